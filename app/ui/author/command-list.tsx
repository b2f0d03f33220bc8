/** What to type in the terminal, each with what it does. */
export function CommandList({ commands }: { commands: readonly { command: string; does: string }[] }) {
  return (
    <dl className="command-list">
      {commands.map(({ command, does }) => (
        <div key={command}>
          <dt>
            <code>npm run content -- {command}</code>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
