extension Query {
  /// The rows of the records that match the query, in the order of `rows`, or of the table without
  /// them.
  ///
  /// ``sort`` is not applied here, since a result that only got narrower is in order already.
  package func rows(in records: RecordTable, among rows: [Int]? = nil) -> [Int] {
    guard fields == records.fields else { return [] }
    let known = rows?.filter { $0 >= 0 && $0 < records.count } ?? Array(0..<records.count)
    return RowFilter(records: records).rows(known, meeting: condition)
  }

  /// Whether the record of a row matches the query.
  package func matches(row: Int, in records: RecordTable) -> Bool {
    !rows(in: records, among: [row]).isEmpty
  }
}
