package dev.candor.runtime.internal.projection;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * A record as an array of its components. Rows are written behind the names of theirs, so these may
 * come, go and move from one version to the next; in records inside of rows, later ones come last.
 */
final class RecordFormat extends ValueFormat {

  /** Looked up once for each type: Java makes code of its own for each method that it looks up. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private record Shape(List<RecordComponent> components, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      var components = List.of(type.getRecordComponents());
      components.forEach(component -> component.getAccessor().setAccessible(true));
      var types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape(components, constructor);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its canonical constructor", e);
      }
    }
  }

  private record Component(Method accessor, ValueFormat format) {}

  private final List<Component> components;
  private final List<String> names;
  private final Constructor<?> constructor;
  private final Texts texts;

  RecordFormat(Class<?> type, Texts texts) {
    this.texts = texts;
    var shape = SHAPES.get(type);
    constructor = shape.constructor();
    names = shape.components().stream().map(RecordComponent::getName).toList();
    components =
        shape.components().stream()
            .map(
                one ->
                    new Component(one.getAccessor(), ValueFormat.of(one.getGenericType(), texts)))
            .toList();
  }

  @Override
  void writeValue(MessagePacker packer, Object record) throws IOException {
    packer.packArrayHeader(components.size());
    try {
      for (Component component : components) {
        component.format.write(packer, component.accessor.invoke(record));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a row's component cannot be read", e);
    }
  }

  /** The names of the components, in the order in which they are written. */
  List<String> names() {
    return names;
  }

  @Override
  Object readValue(MessageUnpacker unpacker) throws IOException {
    return read(unpacker, places(names));
  }

  /** Where the components of these names belong, in their order; -1 for those no longer there. */
  int[] places(List<String> written) {
    return written.stream().mapToInt(names::indexOf).toArray();
  }

  /** Reads a record whose components belong to these places. */
  Object read(MessageUnpacker unpacker, int[] places) throws IOException {
    Object[] values = components.stream().map(each -> each.format.whenMissing()).toArray();
    int written = unpacker.unpackArrayHeader();
    for (int i = 0; i < written; i++) {
      int place = i < places.length ? places[i] : -1;
      if (place < 0) {
        texts.skip(unpacker);
      } else {
        values[place] = components.get(place).format.read(unpacker);
      }
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a row cannot be made from what was written", e);
    }
  }
}
