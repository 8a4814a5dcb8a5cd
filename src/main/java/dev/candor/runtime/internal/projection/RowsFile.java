package dev.candor.runtime.internal.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * Tables in a stream of MessagePack: for each its name, the names of its rows' components, how many
 * rows there are, and the rows. A version that knows a table or a component no longer passes over
 * it; the snapshot around it says which format it is and whether it is whole.
 */
final class RowsFile {

  /** A table to write: the rows of one moment. */
  record Part(Class<? extends Record> type, List<? extends Record> rows) {

    String name() {
      return type.getSimpleName();
    }
  }

  private RowsFile() {}

  static void write(OutputStream out, List<Part> parts) throws IOException {
    Texts texts = new Texts();
    MessagePacker packer = MessagePack.newDefaultPacker(out);
    packer.packInt(parts.size());
    for (Part part : parts) {
      RecordFormat format = new RecordFormat(part.type, texts);
      texts.write(packer, part.name());
      packer.packArrayHeader(format.names().size());
      for (String component : format.names()) {
        texts.write(packer, component);
      }
      packer.packInt(part.rows.size());
      for (Record row : part.rows) {
        format.write(packer, row);
      }
    }
    packer.flush();
  }

  /**
   * Reads the rows.
   *
   * @param targets by the name of the table
   */
  static void read(InputStream in, Map<String, ? extends Projection<?, ?>> targets)
      throws IOException {
    Texts texts = new Texts();
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(in)) {
      for (int tables = unpacker.unpackInt(); tables > 0; tables--) {
        Projection<?, ?> target = targets.get(texts.read(unpacker));
        List<String> names = new ArrayList<>();
        for (int left = unpacker.unpackArrayHeader(); left > 0; left--) {
          names.add(texts.read(unpacker));
        }
        int rows = unpacker.unpackInt();
        if (target == null) {
          for (; rows > 0; rows--) {
            texts.skip(unpacker);
          }
        } else {
          restore(target, unpacker, names, rows, texts);
        }
      }
    }
  }

  private static <T extends Record> void restore(
      Projection<?, T> target, MessageUnpacker unpacker, List<String> names, int count, Texts texts)
      throws IOException {
    RecordFormat format = new RecordFormat(target.table().type(), texts);
    int[] places = format.places(names);
    List<T> rows = new ArrayList<>(count);
    for (int left = count; left > 0; left--) {
      rows.add(target.table().type().cast(format.read(unpacker, places)));
    }
    target.restore(rows);
  }
}
