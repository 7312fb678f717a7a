import Glibc

/// The functions of GMime 3 that read a mail.
///
/// The library is opened when the first mail is met, not linked: linked, it and GLib take 1.3 ms of
/// every start, and nearly all inputs are plain logs.
struct GMimeLibrary: Sendable {
  typealias Object = OpaquePointer
  typealias Text = UnsafeMutablePointer<CChar>

  let newMemoryStream: @Sendable @convention(c) () -> Object?
  let newStream: @Sendable @convention(c) (UnsafePointer<CChar>, Int) -> Object?
  let newParser: @Sendable @convention(c) (Object) -> Object?
  let constructMessage: @Sendable @convention(c) (Object, OpaquePointer?) -> Object?
  let body: @Sendable @convention(c) (Object) -> Object?
  let header: @Sendable @convention(c) (Object, UnsafePointer<CChar>) -> UnsafePointer<CChar>?
  let isOfType: @Sendable @convention(c) (Object, UInt) -> Int32
  let multipartType: @Sendable @convention(c) () -> UInt
  let messagePartType: @Sendable @convention(c) () -> UInt
  let partType: @Sendable @convention(c) () -> UInt
  let partCount: @Sendable @convention(c) (Object) -> Int32
  let part: @Sendable @convention(c) (Object, Int32) -> Object?
  let innerMessage: @Sendable @convention(c) (Object) -> Object?
  let content: @Sendable @convention(c) (Object) -> Object?
  let writeContent: @Sendable @convention(c) (Object, Object) -> Int
  let bytes: @Sendable @convention(c) (Object) -> UnsafeRawPointer?
  let fileName: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>?
  let contentType: @Sendable @convention(c) (Object) -> Object?
  let mediaType: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>?
  let mediaSubtype: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>?
  let parameter: @Sendable @convention(c) (Object, UnsafePointer<CChar>) -> UnsafePointer<CChar>?
  let release: @Sendable @convention(c) (Object) -> Void

  /// GLib's array of bytes.
  struct ByteArray {
    var data: UnsafePointer<UInt8>?
    var count: UInt32
  }

  /// The library; nil if the system has none.
  static let shared: GMimeLibrary? = GMimeLibrary()

  private init?() {
    guard let library = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL) else { return nil }
    func function<Function>(_ name: String, _: Function.Type = Function.self) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
    }
    typealias Start = @Sendable @convention(c) () -> Void
    guard let start: Start = function("g_mime_init"),
      let newMemoryStream: @Sendable @convention(c) () -> Object? = function(
        "g_mime_stream_mem_new"),
      let newStream: @Sendable @convention(c) (UnsafePointer<CChar>, Int) -> Object? =
        function("g_mime_stream_mem_new_with_buffer"),
      let newParser: @Sendable @convention(c) (Object) -> Object? = function(
        "g_mime_parser_new_with_stream"),
      let constructMessage: @Sendable @convention(c) (Object, OpaquePointer?) -> Object? =
        function("g_mime_parser_construct_message"),
      let body: @Sendable @convention(c) (Object) -> Object? = function(
        "g_mime_message_get_mime_part"),
      let header: @Sendable @convention(c) (Object, UnsafePointer<CChar>) -> UnsafePointer<CChar>? =
        function("g_mime_object_get_header"),
      let isOfType: @Sendable @convention(c) (Object, UInt) -> Int32 =
        function("g_type_check_instance_is_a"),
      let multipartType: @Sendable @convention(c) () -> UInt = function(
        "g_mime_multipart_get_type"),
      let messagePartType: @Sendable @convention(c) () -> UInt = function(
        "g_mime_message_part_get_type"),
      let partType: @Sendable @convention(c) () -> UInt = function("g_mime_part_get_type"),
      let partCount: @Sendable @convention(c) (Object) -> Int32 = function(
        "g_mime_multipart_get_count"),
      let part: @Sendable @convention(c) (Object, Int32) -> Object? = function(
        "g_mime_multipart_get_part")
    else { return nil }
    guard
      let innerMessage: @Sendable @convention(c) (Object) -> Object? =
        function("g_mime_message_part_get_message"),
      let content: @Sendable @convention(c) (Object) -> Object? = function(
        "g_mime_part_get_content"),
      let writeContent: @Sendable @convention(c) (Object, Object) -> Int =
        function("g_mime_data_wrapper_write_to_stream"),
      let bytes: @Sendable @convention(c) (Object) -> UnsafeRawPointer? =
        function("g_mime_stream_mem_get_byte_array"),
      let fileName: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>? =
        function("g_mime_part_get_filename"),
      let contentType: @Sendable @convention(c) (Object) -> Object? =
        function("g_mime_object_get_content_type"),
      let mediaType: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>? =
        function("g_mime_content_type_get_media_type"),
      let mediaSubtype: @Sendable @convention(c) (Object) -> UnsafePointer<CChar>? =
        function("g_mime_content_type_get_media_subtype"),
      let parameter:
        @Sendable @convention(c) (Object, UnsafePointer<CChar>) -> UnsafePointer<CChar>? =
        function("g_mime_content_type_get_parameter"),
      let release: @Sendable @convention(c) (Object) -> Void = function("g_object_unref")
    else { return nil }
    start()
    self.newMemoryStream = newMemoryStream
    self.newStream = newStream
    self.newParser = newParser
    self.constructMessage = constructMessage
    self.body = body
    self.header = header
    self.isOfType = isOfType
    self.multipartType = multipartType
    self.messagePartType = messagePartType
    self.partType = partType
    self.partCount = partCount
    self.part = part
    self.innerMessage = innerMessage
    self.content = content
    self.writeContent = writeContent
    self.bytes = bytes
    self.fileName = fileName
    self.contentType = contentType
    self.mediaType = mediaType
    self.mediaSubtype = mediaSubtype
    self.parameter = parameter
    self.release = release
  }
}
