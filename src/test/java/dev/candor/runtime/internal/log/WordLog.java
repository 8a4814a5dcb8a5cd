package dev.candor.runtime.internal.log;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A log whose blocks are words, in a folder. */
record WordLog(Path folder) {

  private static final AppendListener NOBODY = new AppendListener() {};

  /** As one process would; closing keeps everything. */
  void write(String... words) {
    write(new FileJournal(folder), words);
  }

  /** Into a segment of its own. */
  void writeSmall(String word) {
    write(new FileJournal(folder, 1), word);
  }

  /** What a start would find. */
  List<String> read() {
    try (var journal = new FileJournal(folder)) {
      var log = new EngineLog(journal);
      var words = new ArrayList<String>();
      log.newReader()
          .forEachRemaining(
              block -> words.add(block.getStringWithoutLengthUtf8(0, block.capacity())));
      return words;
    }
  }

  Path segment(int number) {
    return folder.resolve("%020d.log".formatted(number));
  }

  static void append(EngineLog log, String word) {
    append(log, log.lastPosition() + 1, word);
  }

  static void append(EngineLog log, long position, String word) {
    var bytes = new UnsafeBuffer(word.getBytes(StandardCharsets.UTF_8));
    log.append(position, position, new DirectBufferWriter().wrap(bytes), NOBODY);
  }

  private static void write(FileJournal journal, String... words) {
    try (var log = new EngineLog(journal)) {
      for (String word : words) {
        append(log, word);
      }
    }
  }
}
