/**
 * What the mails about an account say. None of them holds a name or anything else that somebody typed: a mail may reach a
 * person who has never been here.
 */
import { isLanguage, type Language } from "#app/domain/language.ts";

export interface MailText {
  subject: string;
  text: string;
}

export interface MailTexts {
  /** @param signIn absolute address of the page */
  welcome(links: { signIn: string; forgotten: string }): MailText;
  alreadyHere(links: { signIn: string; forgotten: string }): MailText;
  /** @param reset absolute address that works once, for `minutes` minutes */
  reset(link: { reset: string; minutes: number }): MailText;
  passwordChanged(links: { forgotten: string }): MailText;
}

const en: MailTexts = {
  welcome: ({ signIn, forgotten }) => ({
    subject: "Your Waymark account is ready",
    text: paragraphs(
      "Good day!",
      "An account was created with this e-mail address. Sign in here:",
      signIn,
      "If it was not you, choose a new password here. Whoever created the account is then kept out:",
      forgotten,
    ),
  }),
  alreadyHere: ({ signIn, forgotten }) => ({
    subject: "You already have a Waymark account",
    text: paragraphs(
      "Good day!",
      "Somebody tried to create an account with this e-mail address. It has one already, and nothing was changed.",
      "If it was you, sign in here:",
      signIn,
      "If you have forgotten the password, choose a new one here:",
      forgotten,
      "If it was not you, you need not do anything.",
    ),
  }),
  reset: ({ reset, minutes }) => ({
    subject: "A new password for Waymark",
    text: paragraphs(
      "Good day!",
      `Somebody asked for a new password for your account. To choose one, open this link. It works once, for ${minutes} minutes:`,
      reset,
      "If it was not you, you need not do anything: your password stays as it is. Do not pass the link on to anybody.",
    ),
  }),
  passwordChanged: ({ forgotten }) => ({
    subject: "Your Waymark password was changed",
    text: paragraphs(
      "Good day!",
      "The password of your account was changed, and every other device was signed out.",
      "If it was not you, choose a new password at once:",
      forgotten,
    ),
  }),
};

const ru: MailTexts = {
  welcome: ({ signIn, forgotten }) => ({
    subject: "Ваша учётная запись Waymark готова",
    text: paragraphs(
      "Здравствуйте!",
      "С этим адресом электронной почты создана учётная запись. Войти можно здесь:",
      signIn,
      "Если её создали не вы, задайте новый пароль. Тогда тот, кто её создал, больше не сможет войти:",
      forgotten,
    ),
  }),
  alreadyHere: ({ signIn, forgotten }) => ({
    subject: "У вас уже есть учётная запись Waymark",
    text: paragraphs(
      "Здравствуйте!",
      "Кто-то попытался создать учётную запись с этим адресом электронной почты. Такая запись уже есть, и в ней ничего не изменилось.",
      "Если это были вы, войдите здесь:",
      signIn,
      "Если вы забыли пароль, задайте новый:",
      forgotten,
      "Если это были не вы, ничего делать не нужно.",
    ),
  }),
  reset: ({ reset, minutes }) => ({
    subject: "Новый пароль для Waymark",
    text: paragraphs(
      "Здравствуйте!",
      `Для вашей учётной записи запросили новый пароль. Чтобы задать его, откройте ссылку. Она действует один раз, в течение ${minutes} минут:`,
      reset,
      "Если это были не вы, ничего делать не нужно: пароль останется прежним. Никому не передавайте эту ссылку.",
    ),
  }),
  passwordChanged: ({ forgotten }) => ({
    subject: "Пароль Waymark изменён",
    text: paragraphs(
      "Здравствуйте!",
      "Пароль вашей учётной записи изменён, на всех других устройствах выполнен выход.",
      "Если это сделали не вы, сразу задайте новый пароль:",
      forgotten,
    ),
  }),
};

const be: MailTexts = {
  welcome: ({ signIn, forgotten }) => ({
    subject: "Ваш уліковы запіс Waymark гатовы",
    text: paragraphs(
      "Добры дзень!",
      "З гэтым адрасам электроннай пошты створаны ўліковы запіс. Увайсці можна тут:",
      signIn,
      "Калі яго стварылі не вы, задайце новы пароль. Тады той, хто яго стварыў, больш не зможа ўвайсці:",
      forgotten,
    ),
  }),
  alreadyHere: ({ signIn, forgotten }) => ({
    subject: "У вас ужо ёсць уліковы запіс Waymark",
    text: paragraphs(
      "Добры дзень!",
      "Нехта паспрабаваў стварыць уліковы запіс з гэтым адрасам электроннай пошты. Такі запіс ужо ёсць, і ў ім нічога не змянілася.",
      "Калі гэта былі вы, увайдзіце тут:",
      signIn,
      "Калі вы забылі пароль, задайце новы:",
      forgotten,
      "Калі гэта былі не вы, нічога рабіць не трэба.",
    ),
  }),
  reset: ({ reset, minutes }) => ({
    subject: "Новы пароль для Waymark",
    text: paragraphs(
      "Добры дзень!",
      `Для вашага ўліковага запісу запыталі новы пароль. Каб задаць яго, адкрыйце спасылку. Яна дзейнічае адзін раз, на працягу ${minutes} хвілін:`,
      reset,
      "Калі гэта былі не вы, нічога рабіць не трэба: пароль застанецца ранейшым. Нікому не перадавайце гэтую спасылку.",
    ),
  }),
  passwordChanged: ({ forgotten }) => ({
    subject: "Пароль Waymark зменены",
    text: paragraphs(
      "Добры дзень!",
      "Пароль вашага ўліковага запісу зменены, на ўсіх іншых прыладах выкананы выхад.",
      "Калі гэта зрабілі не вы, адразу задайце новы пароль:",
      forgotten,
    ),
  }),
};

export const mailTexts: Record<Language, MailTexts> = { en, ru, be };

/** The language of an account's mails, as stored. */
export function mailLanguage(stored: string): Language {
  return isLanguage(stored) ? stored : "en";
}

function paragraphs(...parts: string[]): string {
  return `${parts.join("\n\n")}\n`;
}
