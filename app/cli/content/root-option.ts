/** Every subcommand takes `--root`: its flags, its sentence and its default. */
export const ROOT_OPTION = ["--root <folder>", "the folder that holds the courses", "content"] as const;
