/// The theme files that are inside the program: all of the folder Themes.
enum BuiltInThemes {
  /// Their names and bytes, in the order in which `T` walks through them; the default first.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("default", PackageResources.default_toml),
    ("light", PackageResources.light_toml),
    ("neutral", PackageResources.neutral_toml),
    ("nord", PackageResources.nord_toml),
    ("gruvbox", PackageResources.gruvbox_toml),
    ("dracula", PackageResources.dracula_toml),
    ("solarized", PackageResources.solarized_toml),
    ("catppuccin", PackageResources.catppuccin_toml),
    ("high-contrast", PackageResources.high_contrast_toml),
    ("mono", PackageResources.mono_toml),
  ]
}
