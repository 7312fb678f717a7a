import Workbench

extension Configuration {
  /// A file that sets everything to what holds without it, with a comment for each thing.
  static let defaultText: String = """
    # The configuration of bisectty: \(place)
    #
    # Everything here is what holds anyway: keep the lines you change, drop the others.
    # 'bisectty config --check' tells what is wrong with it.


    """ + optionsText + "\n" + keysText + "\n" + themeText

  /// Where the file is looked for, for people.
  static let place = "$XDG_CONFIG_HOME/bisectty/config.toml (else ~/.config)"

  private static var optionsText: String {
    OptionInfo.all.reduce("[options]\n") { text, option in
      text + """

        # \(option.sentence).
        # One of: \(option.choices)
        \(option.name) = \(option.text(Options()))

        """
    }
  }

  private static var keysText: String {
    var text = """
      # Keys are written like j, J, C-d (or Ctrl-d), A-x (or Alt-x), S-Tab, F1, PageUp, Space; a blank
      # stands between keys pressed one after another. [] takes all keys from a command.
      [keys]

      """
    for group in ActionGroup.allCases {
      text += "\n# \(group.rawValue)\n"
      for info in Action.all where info.group == group {
        text += "# \(info.sentence).\n\(info.name) = \(TOMLText.list(info.keys))\n"
      }
    }
    return text
  }

  private static var themeText: String {
    let themes = BuiltInTheme.allCases.map { "#   \($0.rawValue): \($0.sentence)\n" }.joined()
    let roles = Role.allCases.map { "#   \($0.name): \($0.sentence)\n" }.joined()
    return """
      # A theme of your own: set theme = "mine" above and take the signs away here.
      # Colours are black, red, green, yellow, blue, magenta, cyan, white, bright-red and so on,
      # numbers from 0 to 255, "#rrggbb" and "default"; also bold, dim, italic, underline, reverse.
      #
      # [theme.mine]
      # base = "dark"
      # crashed = { foreground = "red", bold = true }
      # match = { foreground = "black", background = "#ffd75f" }
      #
      # A base is one of:
      \(themes)#
      # What can be given a look:
      \(roles)
      """
  }
}
