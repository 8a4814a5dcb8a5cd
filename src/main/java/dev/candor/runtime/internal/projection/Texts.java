package dev.candor.runtime.internal.projection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Texts in a file of rows. A short one is written once; when it comes again, its number stands for
 * it, so that rows read from the file share it as well.
 */
final class Texts {

  private static final int LONGEST = 64;
  private static final int MOST = 1 << 16;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> known = new ArrayList<>();

  void write(MessagePacker packer, String text) throws IOException {
    Integer number = numbers.get(text);
    if (number != null) {
      packer.packInt(number);
      return;
    }
    packer.packString(text);
    if (isKept(text, numbers.size())) {
      numbers.put(text, numbers.size());
    }
  }

  String read(MessageUnpacker unpacker) throws IOException {
    if (unpacker.getNextFormat().getValueType() == ValueType.INTEGER) {
      return known.get(unpacker.unpackInt());
    }
    String text = unpacker.unpackString();
    if (isKept(text, known.size())) {
      known.add(text);
    }
    return text;
  }

  /** Passes over a value whatever it is, and still learns the texts in it. */
  void skip(MessageUnpacker unpacker) throws IOException {
    switch (unpacker.getNextFormat().getValueType()) {
      case STRING -> read(unpacker);
      case ARRAY -> skip(unpacker, unpacker.unpackArrayHeader());
      case MAP -> skip(unpacker, 2 * unpacker.unpackMapHeader());
      default -> unpacker.skipValue();
    }
  }

  private void skip(MessageUnpacker unpacker, int values) throws IOException {
    for (int i = 0; i < values; i++) {
      skip(unpacker);
    }
  }

  private static boolean isKept(String text, int already) {
    return text.length() <= LONGEST && already < MOST;
  }
}
