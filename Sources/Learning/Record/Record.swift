/// A learner's record.
public struct RecordSchema: Sendable {}
