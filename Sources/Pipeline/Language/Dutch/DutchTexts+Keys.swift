extension DutchTexts {
  /// Texts of places that keys work in.
  static let keys: [String: String] = [
    "Everywhere": "Overal",
    "Board": "Bord",
    "While carrying a deal": "Tijdens het dragen van een deal",
    "Sidebar": "Zijbalk",
    "Funnel": "Trechter",
    "Now and then": "Nu en toen",
    "Attention": "Aandacht",
    "Owners": "Eigenaren",
    "Coming months": "Komende maanden",
    "Trends": "Trends",
    "History": "Geschiedenis",
    "Why a number is what it is": "Waarom een getal is wat het is",
    "List": "Lijst",
    "My day": "Mijn dag",
    "Review": "Review",
    "Standup": "Standup",
    "While typing": "Tijdens het typen",
  ]
}
