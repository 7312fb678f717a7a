import BisectionLog
import Triage

extension AnalysedLog {
  /// The log as one page that needs no other file and runs no script.
  var html: String {
    let title = htmlEscaped(subject)
    let policy = "default-src 'none'; style-src 'unsafe-inline'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(pageStyle)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(htmlSummary)
      \(htmlTimeline)
      \(htmlCulprit)
      \(htmlStacks)
      </body>
      </html>

      """
  }

  private var htmlSummary: String {
    let words = log.outcome.kind.words(log.direction, log.format)
    var lines = ["<p>\(words) <span class=\"dim\">\(htmlEscaped(path))</span></p>"]
    if let message = firstLine(log.outcome.message) {
      lines.append("<p><code>\(htmlEscaped(message))</code></p>")
    }
    if !commitsLeft.isEmpty {
      let items = commitsLeft.map { "<li><code>\(htmlEscaped($0))</code></li>" }
      lines += ["<ul>"] + items + ["</ul>"]
    }
    if let probability = assessment.probability {
      lines.append("<p>Trust: \(percentage(probability)), \(trustWords(probability))</p>")
    }
    let evidence = assessment.evidence.map { evidence in
      htmlItem("\(evidence.effect.words) \(evidence.text)", evidence.lines)
    }
    if !evidence.isEmpty { lines += ["<ul>"] + evidence + ["</ul>"] }
    for (name, sentences) in assessment.ending?.parts ?? [] {
      lines +=
        ["<p>\(name)</p>", "<ul>"] + sentences.map { htmlItem($0.text, $0.lines) } + ["</ul>"]
    }
    return lines.joined(separator: "\n")
  }

  private func htmlItem(_ text: String, _ lines: [Int]) -> String {
    "<li>\(htmlEscaped(text))<span class=\"dim\">\(places(lines))</span></li>"
  }

  private var htmlTimeline: String {
    guard !log.steps.isEmpty else { return "" }
    let names = ["stage", "revision", "runs", "result", "git", "left", "subject"]
    let heading = names.map { "<th>\($0)</th>" }.joined()
    let rows = timelineRows(glyphs: .symbols).map { row in
      let kind = row.mark == "?" ? " class=\"suspect\"" : row.mark == ">" ? " class=\"named\"" : ""
      let cells = [
        row.stage, "<code>\(htmlEscaped(row.revision))</code>",
        "<span class=\"runs\">\(htmlEscaped(row.runs))</span>", row.result, row.verdict, row.left,
        htmlEscaped(row.subject),
      ]
      return "<tr\(kind)>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let legend = "<p class=\"dim\">\(htmlEscaped(RunGlyphs.symbols.legend))</p>"
    return
      (["<h2>Timeline</h2>", "<table>", "<tr>\(heading)</tr>"] + rows + ["</table>", legend])
      .joined(separator: "\n")
  }

  private var htmlCulprit: String {
    guard let culprit = log.culprit else { return "" }
    let name = log.direction == .fix ? "Fix" : "Culprit"
    let message = culprit.message.map { "    " + htmlEscaped(log.string($0)) }
    let files = culprit.files.map { "<li><code>\(htmlEscaped(log.string($0.path)))</code></li>" }
    var lines = ["<h2>\(name) <code>\(htmlEscaped(short(culprit.commit)))</code></h2>"]
    if let author = shown(culprit.author) {
      lines.append("<p>\(htmlEscaped(author)), \(htmlEscaped(shown(culprit.date) ?? ""))</p>")
    }
    if !message.isEmpty { lines.append("<pre>\(message.joined(separator: "\n"))</pre>") }
    if !files.isEmpty { lines += ["<ul>"] + files + ["</ul>"] }
    return lines.joined(separator: "\n")
  }

  private var htmlStacks: String {
    guard let crash = log.crash, !crash.stacks.isEmpty else { return "" }
    let stacks = crash.stacks.map { stack in
      let isTelling = stack.index == tellingStack?.index
      let context = htmlEscaped(stack.context)
      let frames = stack.frames.map { htmlFrame($0, of: stack) }.joined(separator: "\n")
      return """
        <details\(isTelling ? " open" : "")>
        <summary>\(htmlEscaped(stack.label)) <span class="dim">\(context)</span></summary>
        <pre>\(frames)</pre>
        </details>
        """
    }
    return (["<h2>Stacks</h2>"] + stacks).joined(separator: "\n")
  }

  private func htmlFrame(_ frame: Frame, of stack: Stack) -> String {
    let place = Guilt.FramePlace(stack: stack.index, frame: frame.index)
    let kind = guilt.frame == place ? "guilty" : frame.inlined || !frame.reliable ? "dim" : ""
    let text = "\(frame.name(in: log.text))  \(frame.place(in: log.text))"
    return kind.isEmpty
      ? htmlEscaped(text) : "<span class=\"\(kind)\">\(htmlEscaped(text))</span>"
  }
}
