package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/** How a component of a row is written in MessagePack, by its type; nil stands for null. */
abstract class ValueFormat {

  /** What a row has that was written before there was such a component. */
  @Nullable Object whenMissing() {
    return null;
  }

  final void write(MessagePacker packer, @Nullable Object value) throws IOException {
    if (value == null) {
      packer.packNil();
    } else {
      writeValue(packer, value);
    }
  }

  final @Nullable Object read(MessageUnpacker unpacker) throws IOException {
    return unpacker.tryUnpackNil() ? null : readValue(unpacker);
  }

  abstract void writeValue(MessagePacker packer, Object value) throws IOException;

  abstract Object readValue(MessageUnpacker unpacker) throws IOException;

  @FunctionalInterface
  private interface Writer<V> {
    void write(MessagePacker packer, V value) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<V> {
    V read(MessageUnpacker unpacker) throws IOException;
  }

  static ValueFormat of(Type type, Texts texts) {
    if (type instanceof ParameterizedType generic) {
      List<ValueFormat> parts = new ArrayList<>();
      for (Type part : generic.getActualTypeArguments()) {
        parts.add(of(part, texts));
      }
      return ofMany((Class<?>) generic.getRawType(), parts);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && plain != Key.class) {
      return new RecordFormat(plain, texts);
    }
    if (plain.isEnum()) {
      Map<String, Object> constants = new HashMap<>();
      for (Object constant : plain.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
      return format(
          (packer, value) -> texts.write(packer, ((Enum<?>) value).name()),
          unpacker -> constants.get(texts.read(unpacker)),
          null);
    }
    return switch (plain.getName()) {
      case "java.lang.String" -> format(texts::write, texts::read, null);
      case "java.time.Instant" ->
          format(
              (packer, value) -> packer.packTimestamp((Instant) value),
              unpacker -> Shared.moment(unpacker.unpackTimestamp()),
              null);
      case "boolean", "java.lang.Boolean" ->
          format(
              MessagePacker::packBoolean,
              MessageUnpacker::unpackBoolean,
              plain.isPrimitive() ? false : null);
      case "int", "java.lang.Integer" ->
          format(
              MessagePacker::packInt, MessageUnpacker::unpackInt, plain.isPrimitive() ? 0 : null);
      case "long", "java.lang.Long" ->
          format(
              MessagePacker::packLong,
              MessageUnpacker::unpackLong,
              plain.isPrimitive() ? 0L : null);
      default -> {
        if (plain != Key.class) {
          throw new IllegalArgumentException("no format is defined for values of " + type);
        }
        yield format(
            (packer, value) -> packer.packLong(((Key) value).value()),
            unpacker -> Key.of(unpacker.unpackLong()),
            null);
      }
    };
  }

  private static ValueFormat ofMany(Class<?> type, List<ValueFormat> parts) {
    if (type == Map.class) {
      return format(
          (packer, value) -> writeMap(packer, (Map<?, ?>) value, parts),
          unpacker -> readMap(unpacker, parts),
          Map.of());
    }
    ValueFormat part = parts.getFirst();
    boolean list = type == List.class;
    if (!list && type != Set.class) {
      throw new IllegalArgumentException("no format is defined for values of " + type);
    }
    return format(
        (packer, value) -> writeAll(packer, (Collection<?>) value, part),
        unpacker ->
            list
                ? List.copyOf(readAll(unpacker, part, new ArrayList<>()))
                : Set.copyOf(readAll(unpacker, part, new HashSet<>())),
        list ? List.of() : Set.of());
  }

  private static void writeAll(MessagePacker packer, Collection<?> values, ValueFormat part)
      throws IOException {
    packer.packArrayHeader(values.size());
    for (Object value : values) {
      part.write(packer, value);
    }
  }

  private static Collection<Object> readAll(
      MessageUnpacker unpacker, ValueFormat part, Collection<Object> values) throws IOException {
    for (int left = unpacker.unpackArrayHeader(); left > 0; left--) {
      values.add(part.read(unpacker));
    }
    return values;
  }

  private static void writeMap(MessagePacker packer, Map<?, ?> map, List<ValueFormat> parts)
      throws IOException {
    packer.packMapHeader(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      parts.getFirst().write(packer, entry.getKey());
      parts.getLast().write(packer, entry.getValue());
    }
  }

  private static Map<Object, Object> readMap(MessageUnpacker unpacker, List<ValueFormat> parts)
      throws IOException {
    Map<Object, Object> map = new HashMap<>();
    for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
      map.put(parts.getFirst().read(unpacker), parts.getLast().read(unpacker));
    }
    return Map.copyOf(map);
  }

  private static <V> ValueFormat format(
      Writer<V> writer, Reader<V> reader, @Nullable Object whenMissing) {
    return new ValueFormat() {

      @Override
      @Nullable Object whenMissing() {
        return whenMissing;
      }

      @Override
      @SuppressWarnings("unchecked") // a component's values are of its type
      void writeValue(MessagePacker packer, Object value) throws IOException {
        writer.write(packer, (V) value);
      }

      @Override
      Object readValue(MessageUnpacker unpacker) throws IOException {
        return reader.read(unpacker);
      }
    };
  }
}
