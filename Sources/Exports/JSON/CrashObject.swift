import BisectionLog
import JSON
import Triage

extension AnalysedLog {
  /// The crash report at the end of the log.
  func crash(_ report: CrashReport) -> JSONValue {
    [
      "title": JSONValue(log.string(report.title) ?? guilt.derivedTitle),
      "line": .integer(report.line),
      "stacks": .array(report.stacks.map { $0.json(in: log.text) }),
      "guiltyFrame": guilt.frame?.json ?? .null,
      "guiltyFile": JSONValue(guilt.file),
      "guiltyFunction": JSONValue(guilt.function),
      "unrecognised": .integer(report.unrecognisedLineCount),
    ]
  }
}

extension Guilt.FramePlace {
  /// The place by the indices of its stack and frame.
  var json: JSONValue { ["stack": .integer(stack), "frame": .integer(frame)] }
}

extension Stack {
  /// The stack with all its frames; `text` is what its ranges lie in.
  func json(in text: SourceText) -> JSONValue {
    [
      "index": .integer(index),
      "kind": .string(kind.rawValue),
      "label": .string(label),
      "line": .integer(line),
      "context": .string(context),
      "frames": .array(frames.map { $0.json(in: text) }),
    ]
  }
}

extension Frame {
  /// The frame; offset and size in bytes.
  fileprivate func json(in text: SourceText) -> JSONValue {
    [
      "index": .integer(index),
      "function": .string(readableFunction(in: text)),
      "symbol": JSONValue(mangledFunction(in: text)),
      "offset": JSONValue(offset.map(Int.init(clamping:))),
      "size": JSONValue(size.map(Int.init(clamping:))),
      "file": JSONValue(file.map(text.string)),
      "line": JSONValue(line),
      "inlined": .bool(inlined),
      "reliable": .bool(reliable),
      "module": JSONValue(module.map(text.string)),
      "register": JSONValue(register.map(text.string)),
      "logLine": .integer(logLine),
    ]
  }
}
