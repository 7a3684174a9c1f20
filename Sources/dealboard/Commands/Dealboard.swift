import ArgumentParser

/// The program's root command.
struct Dealboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealboard",
    abstract: "A sales pipeline on one terminal screen.",
    discussion: """
      DAY is 2026-03-31, today or -7d. STAGE is a name, the beginning of one, or a number from 1.
      ID is a deal's number or the beginning of its title.

      Example: dealboard list owner:ana --json
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Board", subcommands: [BoardCommand.self, DemoCommand.self]),
      CommandGroup(
        name: "Deals",
        subcommands: [
          ListCommand.self, ShowCommand.self, AddCommand.self, EditCommand.self, MoveCommand.self,
          WinCommand.self, LoseCommand.self, ReopenCommand.self, DeleteCommand.self,
          NoteCommand.self, ActivityCommand.self, DoneCommand.self, SnoozeCommand.self,
          KeepCommand.self,
        ]
      ),
      CommandGroup(
        name: "History",
        subcommands: [UndoCommand.self, RedoCommand.self, LogCommand.self]
      ),
      CommandGroup(
        name: "Meetings",
        subcommands: [ReviewCommand.self, StandupCommand.self, DayCommand.self]
      ),
      CommandGroup(
        name: "Numbers",
        subcommands: [
          MetricsCommand.self, FunnelCommand.self, ForecastCommand.self, TrendsCommand.self,
          LeversCommand.self, EffortCommand.self, OwnersCommand.self,
          AttentionCommand.self, WaterfallCommand.self, BaselineCommand.self, GoalCommand.self,
        ]
      ),
      CommandGroup(
        name: "Workspace",
        subcommands: [
          ImportCommand.self, ExportCommand.self, StagesCommand.self, PipelinesCommand.self,
          PeopleCommand.self, FiltersCommand.self, ShareCommand.self, ConfigCommand.self,
          KeysCommand.self, ThemesCommand.self, DoctorCommand.self, BackupCommand.self,
        ]
      ),
    ],
    defaultSubcommand: BoardCommand.self
  )
}
