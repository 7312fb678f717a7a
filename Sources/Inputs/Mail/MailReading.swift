import Synchronization

/// GMime is called from one thread at a time.
private let oneReader = Mutex(())

extension ArrivedMail {
  /// Reads a mail, or all mails of a mailbox.
  ///
  /// - Throws: ``InputProblem`` if the library that reads mails is missing.
  package static func mails(
    in bytes: [UInt8], limits: InputLimits = .standard
  ) throws(InputProblem) -> [ArrivedMail] {
    guard let library = GMimeLibrary.shared else { throw .needsLibrary("libgmime-3.0-0") }
    return oneReader.withLock { _ in
      var room = limits.unpacked
      return MailboxPieces.pieces(of: bytes).prefix(mostMails).map { piece in
        var mail = ArrivedMail()
        mail.line = piece.line
        mail.read(
          piece.isStuffed ? MailboxPieces.unstuffed(bytes[piece.range]) : bytes[piece.range],
          library, limits, &room)
        return mail
      }
    }
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>, _ library: GMimeLibrary, _ limits: InputLimits, _ room: inout Int
  ) {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress,
        let stream = library.newStream(base, raw.count)
      else { return }
      defer { library.release(stream) }
      guard let parser = library.newParser(stream) else { return }
      defer { library.release(parser) }
      guard let message = library.constructMessage(parser, nil) else { return }
      defer { library.release(message) }
      takeHeaders(of: message, library)
      var parts = Self.mostParts
      takeTexts(of: message, library, limits, depth: 0, &parts, &room)
    }
  }

  private mutating func takeHeaders(of message: GMimeLibrary.Object, _ library: GMimeLibrary) {
    func header(_ name: String) -> String? {
      library.header(message, name).map { String(cString: $0).inOneLine }
    }
    subject = header("Subject") ?? ""
    from = header("From") ?? ""
    recipients = [header("To"), header("Cc")].compactMap { $0 }.flatMap(\.addresses)
    messageID = header("Message-ID")?.identifiers.first
    inReplyTo = header("In-Reply-To")?.identifiers.first
    references = header("References")?.identifiers ?? []
    date = header("Date")
  }

  private mutating func takeTexts(
    of message: GMimeLibrary.Object, _ library: GMimeLibrary, _ limits: InputLimits, depth: Int,
    _ parts: inout Int, _ room: inout Int
  ) {
    guard let body = library.body(message) else { return }
    takePart(body, library, limits, depth: depth, &parts, &room)
  }

  private mutating func takePart(
    _ part: GMimeLibrary.Object, _ library: GMimeLibrary, _ limits: InputLimits, depth: Int,
    _ parts: inout Int, _ room: inout Int
  ) {
    guard depth < Self.deepest, parts > 0 else { return }
    parts -= 1
    if library.isOfType(part, library.multipartType()) != 0 {
      for index in 0..<max(0, library.partCount(part)) {
        guard let inner = library.part(part, index) else { continue }
        takePart(inner, library, limits, depth: depth + 1, &parts, &room)
      }
    } else if library.isOfType(part, library.messagePartType()) != 0 {
      guard let inner = library.innerMessage(part) else { return }
      takeTexts(of: inner, library, limits, depth: depth + 1, &parts, &room)
    } else if library.isOfType(part, library.partType()) != 0 {
      takeContent(of: part, library, limits, &room)
    }
  }

  private mutating func takeContent(
    of part: GMimeLibrary.Object, _ library: GMimeLibrary, _ limits: InputLimits, _ room: inout Int
  ) {
    let type = library.contentType(part)
    let media = type.flatMap(library.mediaType).map { String(cString: $0).lowercased() } ?? "text"
    let subtype = type.flatMap(library.mediaSubtype).map { String(cString: $0).lowercased() }
    let name = library.fileName(part).map { String(cString: $0).lastPathComponent }
    // Pictures and the like hold no log.
    guard media == "text" || media == "application" || media == "message" else { return }
    guard var bytes = content(of: part, library), bytes.count <= room else { return }
    if let compression = Compression(magic: bytes) {
      guard let unpacked = try? compression.unpack(bytes, limit: min(room, limits.unpacked)) else {
        return
      }
      bytes = unpacked
    }
    let charset = type.flatMap { library.parameter($0, "charset") }.map { String(cString: $0) }
    bytes = TextEncoding.utf8(of: bytes, charset: charset?.lowercased())
    let isFlowed = type.flatMap { library.parameter($0, "format") }.map {
      String(cString: $0).lowercased() == "flowed"
    }
    if isFlowed == true { bytes = FlowedText.unflowed(bytes) }
    if subtype == "html" { bytes = PageText.text(of: bytes) }
    guard !bytes.isEmpty, looksLikeText(bytes) else { return }
    room -= bytes.count
    texts.append(Text(name: name, bytes: bytes))
  }

  private func content(of part: GMimeLibrary.Object, _ library: GMimeLibrary) -> [UInt8]? {
    guard let content = library.content(part), let stream = library.newMemoryStream() else {
      return nil
    }
    defer { library.release(stream) }
    guard library.writeContent(content, stream) >= 0,
      let array = library.bytes(stream)?.load(as: GMimeLibrary.ByteArray.self)
    else { return nil }
    return Array(UnsafeBufferPointer(start: array.data, count: Int(array.count)))
  }
}

extension String {
  /// The text without line ends and control characters: a header's value.
  fileprivate var inOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      .split(separator: " ").joined(separator: " ")
  }

  /// The identifiers in angle brackets.
  fileprivate var identifiers: [String] {
    split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.firstIndex(of: ">").map { String(piece[..<$0]) }
    }.filter { !$0.isEmpty && !$0.contains(" ") }
  }

  /// The addresses of a list, split at the commas that are outside quotes.
  fileprivate var addresses: [String] {
    var addresses: [String] = []
    var current = ""
    var isQuoted = false
    for character in self {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        addresses.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    addresses.append(current)
    return addresses.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// The name after the last slash, so that a hostile name cannot lead into another folder.
  fileprivate var lastPathComponent: String {
    split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0).inOneLine } ?? ""
  }
}
