import Pipeline

/// The words in which every command prints its figures.
typealias FigureText = FigureWords
