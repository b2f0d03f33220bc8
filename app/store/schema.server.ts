/**
 * The one schema. Columns come from the dialect kit, so the same tables stand on SQLite and on PostgreSQL.
 * Facts, not summaries: progress is computed from these rows. Every unique key below makes a repeat harmless.
 */
import { boolean, index, instant, integer, json, table, text, unique } from "./dialect.server.ts";

// People

export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    /** Lower-cased; the form typed at sign-up is not kept. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    passwordHash: text("password_hash").notNull(),
    disabledAt: instant("disabled_at"),
    /** Made by the demo; a production server refuses to start while such an account exists. */
    demo: boolean("demo").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [unique("accounts_email").on(t.email)],
);

export const accountRoles = table(
  "account_roles",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    /** author, issuer, admin; every account is a learner. */
    role: text("role").notNull(),
    grantedAt: instant("granted_at").notNull(),
  },
  (t) => [unique("account_roles_role").on(t.accountId, t.role)],
);

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the cookie's value, in hex: a stolen database opens no session. */
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("sessions_account").on(t.accountId)],
);

export const passwordResets = table(
  "password_resets",
  {
    /** SHA-256 of the token in the mailed link, in hex. */
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("password_resets_account").on(t.accountId)],
);

// Learning

export const lessonCompletions = table(
  "lesson_completions",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    moduleId: text("module_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    edition: text("edition").notNull(),
    language: text("language").notNull(),
    completedAt: instant("completed_at").notNull(),
    /** The newest revision of the lesson that the learner has read to its end; null for completions from before it was kept. */
    revision: integer("revision"),
  },
  (t) => [unique("lesson_completions_lesson").on(t.accountId, t.courseId, t.lessonId)],
);

/** Where the learner is: one row per lesson, moved forward and back as they read. */
export const lessonPlaces = table(
  "lesson_places",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    moduleId: text("module_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    /** `s1` … `sN` or an activity's id. */
    anchor: text("anchor").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [unique("lesson_places_lesson").on(t.accountId, t.courseId, t.lessonId)],
);

/** Answers to the activities inside lessons. Append-only; the newest counts. */
export const activityAnswers = table(
  "activity_answers",
  {
    /** The idempotency key that the form or script sent. */
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    activityId: text("activity_id").notNull(),
    version: text("version").notNull(),
    response: json("response").notNull(),
    /** 0…1000; null for a kind that is never graded. */
    scorePermille: integer("score_permille"),
    /** sure, fairly, guess; null where nobody asked or nobody said. It never changes a score. */
    confidence: text("confidence"),
    language: text("language").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    index("activity_answers_lesson").on(t.accountId, t.courseId, t.lessonId),
    index("activity_answers_activity").on(t.courseId, t.activityId),
  ],
);

/**
 * What learners write for themselves: reflections, self-assessments, plans. Only the newest text is kept, its writer can delete it, and
 * nobody else ever sees it: no report and no page but the writer's own reads this table.
 */
export const notes = table(
  "notes",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    activityId: text("activity_id").notNull(),
    /** Null when its writer took it back. */
    response: json("response"),
    /** The client's own count; a lower one never overwrites a higher. */
    seq: integer("seq").notNull(),
    language: text("language").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [unique("notes_activity").on(t.accountId, t.courseId, t.activityId)],
);

export const attempts = table(
  "attempts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    moduleId: text("module_id").notNull(),
    edition: text("edition").notNull(),
    /** 1, 2, 3 … per account and quiz; unique, so that two tabs start one attempt. */
    number: integer("number").notNull(),
    /** The drawn items with their order, version and key: see `AttemptItemSchema`. */
    items: json("items").notNull(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** 0…1000, once submitted. */
    scorePermille: integer("score_permille"),
    passed: boolean("passed"),
  },
  (t) => [unique("attempts_number").on(t.accountId, t.courseId, t.moduleId, t.number)],
);

/** The newest answer to each item of an attempt; `seq` is the client's own count, and a lower one never overwrites a higher. */
export const attemptAnswers = table(
  "attempt_answers",
  {
    id: text("id").primaryKey(),
    attemptId: text("attempt_id")
      .notNull()
      .references(() => attempts.id),
    itemId: text("item_id").notNull(),
    response: json("response"),
    /** As in `activity_answers`. */
    confidence: text("confidence"),
    seq: integer("seq").notNull(),
    language: text("language").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [unique("attempt_answers_item").on(t.attemptId, t.itemId)],
);

/** Questions as they were when an attempt drew them, once for each version: an attempt never changes with the course. */
export const activityVersions = table("activity_versions", {
  version: text("version").primaryKey(),
  activityId: text("activity_id").notNull(),
  record: json("record").notNull(),
});

/** What learners said about a place of a lesson. Open until an author has answered it. */
export const contentReports = table(
  "content_reports",
  {
    /** The idempotency key that the form sent. */
    id: text("id").primaryKey(),
    /** Never shown to authors. */
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    courseId: text("course_id").notNull(),
    moduleId: text("module_id").notNull(),
    lessonId: text("lesson_id").notNull(),
    language: text("language").notNull(),
    /** See `LessonPassage`; empty for the lesson as a whole. */
    place: text("place").notNull(),
    /** The passage as the learner saw it. */
    excerpt: text("excerpt").notNull(),
    /** The revision of the lesson at that time. */
    revision: integer("revision").notNull(),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Null while it is open. */
    answeredAt: instant("answered_at"),
    /** The account of the author. */
    answeredBy: text("answered_by"),
    note: text("note"),
  },
  (t) => [
    index("content_reports_account").on(t.accountId, t.createdAt),
    index("content_reports_lesson").on(t.courseId, t.lessonId, t.createdAt),
  ],
);

// Certificates

export const certificates = table(
  "certificates",
  {
    id: text("id").primaryKey(),
    /** `YYYY-NNNNNN-C` */
    number: text("number").notNull(),
    verifyCode: text("verify_code").notNull(),
    accountId: text("account_id").notNull(),
    courseId: text("course_id").notNull(),
    edition: text("edition").notNull(),
    /** The frozen record: see `CertificateRecordSchema`. PDF and pages are made from it alone. */
    record: json("record").notNull(),
    /** The holder's name, folded for the issuers' search. */
    holderKey: text("holder_key").notNull(),
    issuedAt: instant("issued_at").notNull(),
  },
  (t) => [
    unique("certificates_number").on(t.number),
    unique("certificates_verify_code").on(t.verifyCode),
    unique("certificates_course").on(t.accountId, t.courseId, t.edition),
    index("certificates_issued").on(t.issuedAt),
  ],
);

/** What happened to a certificate after its issue. Append-only. */
export const certificateEvents = table(
  "certificate_events",
  {
    id: text("id").primaryKey(),
    certificateId: text("certificate_id")
      .notNull()
      .references(() => certificates.id),
    /** issued, revoked */
    kind: text("kind").notNull(),
    reason: text("reason"),
    actorId: text("actor_id").notNull(),
    happenedAt: instant("happened_at").notNull(),
  },
  (t) => [index("certificate_events_certificate").on(t.certificateId)],
);

/** Serial numbers of certificates: one row per year. */
export const certificateSerials = table("certificate_serials", {
  year: integer("year").primaryKey(),
  last: integer("last").notNull(),
});

// Trail

/** Who did what. Each row holds the hash of the one before, so a gap or a change shows. */
export const auditEvents = table("audit_events", {
  seq: integer("seq").primaryKey(),
  happenedAt: instant("happened_at").notNull(),
  actorId: text("actor_id"),
  kind: text("kind").notNull(),
  subject: text("subject").notNull(),
  details: json("details").notNull(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
});
