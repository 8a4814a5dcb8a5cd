package dev.candor.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Diagrams ({@code .bpmn}), tables ({@code .dmn}) and forms ({@code .form}) that fit each other.
 */
public final class FileSet {

  /** What a set consists of; the ends of the files' names. */
  public static final List<String> KINDS = List.of("bpmn", "dmn", "form");

  private final SortedMap<String, byte[]> files;

  private FileSet(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /**
   * @param files content by name, without folders
   */
  public static FileSet of(Map<String, byte[]> files) {
    var copy = new TreeMap<String, byte[]>();
    files.forEach((name, content) -> copy.put(name, content.clone()));
    return new FileSet(copy);
  }

  /** Whether a file of this name belongs into a set. */
  public static boolean takes(String name) {
    return KINDS.stream().anyMatch(kind -> name.endsWith("." + kind));
  }

  public Set<String> names() {
    return files.keySet();
  }

  /** The names of one kind: {@code bpmn}, {@code dmn} or {@code form}. */
  public List<String> ofKind(String kind) {
    return names().stream().filter(name -> name.endsWith("." + kind)).toList();
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /**
   * @throws IllegalArgumentException when it has no such file
   */
  public byte[] content(String name) {
    var content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException("The set has no file " + name);
    }
    return content.clone();
  }

  public String text(String name) {
    return new String(content(name), StandardCharsets.UTF_8);
  }

  /** This set with the other's files added or put in the place of its own. */
  public FileSet with(FileSet changed) {
    var both = new TreeMap<>(files);
    both.putAll(changed.files);
    return new FileSet(both);
  }

  /** This set without that file. */
  public FileSet without(String name) {
    var others = new TreeMap<>(files);
    others.remove(name);
    return new FileSet(others);
  }

  /** Names that the other set has otherwise, or not at all, and names that only the other has. */
  public List<String> differencesTo(FileSet other) {
    var names = new TreeMap<>(files);
    names.putAll(other.files);
    return names.keySet().stream()
        .filter(name -> !Arrays.equals(files.get(name), other.files.get(name)))
        .toList();
  }

  /** Of all names and contents: the same for the same set. */
  public String sha256() {
    var digest = DigestUtils.getSha256Digest();
    files.forEach(
        (name, content) -> {
          digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of one file's content. */
  public String sha256(String name) {
    return DigestUtils.sha256Hex(content(name));
  }
}
