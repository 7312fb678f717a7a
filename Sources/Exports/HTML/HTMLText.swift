/// A text from outside as the content of an HTML element or a quoted attribute.
func htmlEscaped(_ text: String) -> String {
  var escaped = ""
  for character in visible(text) {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.append(character)
    }
  }
  return escaped
}

/// The look of the page; it follows the reader's light or dark setting.
let pageStyle = """
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .15rem .6rem .15rem 0; vertical-align: top; }
  th { font-weight: normal; opacity: .6; }
  code, pre, .runs { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap; }
  .suspect { background: #f5c51833; } .named { background: #3584e433; } .guilty { font-weight: bold; }
  .dim { opacity: .6; }
  """
