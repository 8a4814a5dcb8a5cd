package dev.candor.ledger.internal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTests {

  private static final int MOST = 70;

  /** The leaves that Certificate Transparency's own implementations are tested with. */
  private static final List<byte[]> KNOWN =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private final Map<NodeId, byte[]> nodes = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void shouldHaveTheRootsThatOthersHaveForTheSameLeaves(int size, String root) {
    var frontier = new Frontier();

    KNOWN.subList(0, size).forEach(leaf -> frontier.append(TreeHash.leaf(leaf), nodes::put));

    assertThat(HexFormat.of().formatHex(frontier.root())).isEqualTo(root);
  }

  @Test
  void shouldGoOnFromKeptNodesAtAnySize() {
    var roots = grow(MOST);

    for (int size = 1; size <= MOST; size++) {
      var frontier = new Frontier(size, nodes::get);
      assertThat(frontier.root()).isEqualTo(roots.get(size));
      for (int next = size; next < MOST; next++) {
        frontier.append(leaf(next), (node, hash) -> assertThat(hash).isEqualTo(nodes.get(node)));
      }
      assertThat(frontier.root()).isEqualTo(roots.get(MOST));
    }
  }

  @Test
  void shouldProveThatEachLeafIsInEachTree() {
    var roots = grow(MOST);

    for (int size = 1; size <= MOST; size++) {
      for (int leaf = 0; leaf < size; leaf++) {
        var proof = hashes(Proof.inclusion(leaf, size));
        assertThat(Proof.showsInclusion(leaf, leaf(leaf), size, roots.get(size), proof)).isTrue();
        assertThat(Proof.showsInclusion(leaf, leaf(leaf + 1), size, roots.get(size), proof))
            .isFalse();
        assertThat(Proof.showsInclusion(leaf, leaf(leaf), size, roots.get(size - 1), proof))
            .isFalse();
      }
    }
  }

  @Test
  void shouldProveThatEachTreeOnlyGrew() {
    var roots = grow(MOST);

    for (int size = 1; size <= MOST; size++) {
      for (int smaller = 1; smaller <= size; smaller++) {
        var proof = hashes(Proof.consistency(smaller, size));
        var from = roots.get(smaller);
        var to = roots.get(size);
        assertThat(Proof.showsConsistency(smaller, from, size, to, proof)).isTrue();
        assertThat(Proof.showsConsistency(smaller, roots.get(smaller - 1), size, to, proof))
            .isFalse();
        if (smaller < size) {
          assertThat(Proof.showsConsistency(smaller, from, size, roots.get(size - 1), proof))
              .isFalse();
        }
      }
    }
  }

  @Test
  void shouldRefuseProofsThatAreTooShortOrTooLong() {
    var roots = grow(13);
    var proof = hashes(Proof.inclusion(4, 13));
    var longer = IntStream.range(0, proof.size() + 1).mapToObj(i -> leaf(i)).toList();

    assertThat(proof).hasSizeGreaterThan(2);
    assertThat(Proof.showsInclusion(4, leaf(4), 13, roots.get(13), proof.subList(1, proof.size())))
        .isFalse();
    assertThat(Proof.showsInclusion(4, leaf(4), 13, roots.get(13), longer)).isFalse();
    assertThat(Proof.showsConsistency(6, roots.get(6), 13, roots.get(13), List.of())).isFalse();
    assertThat(Proof.showsConsistency(13, roots.get(13), 13, roots.get(13), proof)).isFalse();
  }

  @Test
  void shouldSayThatThereIsNoSuchLeafOrTree() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proof.inclusion(5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Proof.inclusion(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Proof.consistency(6, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Proof.consistency(0, 5));
  }

  /** Grows a tree, keeps its nodes, and answers the root of each size as the RFC defines it. */
  private List<byte[]> grow(int size) {
    var frontier = new Frontier();
    for (int i = 0; i < size; i++) {
      nodes.put(new NodeId(0, i), leaf(i));
      frontier.append(leaf(i), nodes::put);
    }
    var leaves = IntStream.range(0, size).mapToObj(TreeTests::leaf).toArray(byte[][]::new);
    return IntStream.rangeClosed(0, size).mapToObj(n -> byDefinition(leaves, 0, n)).toList();
  }

  /** MTH of RFC 6962, section 2.1, word for word. */
  private static byte[] byDefinition(byte[][] leaves, int from, int to) {
    int size = to - from;
    if (size == 0) {
      return TreeHash.empty();
    }
    if (size == 1) {
      return leaves[from];
    }
    int k = 1;
    while (k * 2 < size) {
      k *= 2;
    }
    return TreeHash.node(byDefinition(leaves, from, from + k), byDefinition(leaves, from + k, to));
  }

  private List<byte[]> hashes(List<LeafRange> ranges) {
    return ranges.stream().map(range -> range.hash(nodes::get)).toList();
  }

  private static byte[] leaf(int number) {
    return TreeHash.leaf(Arrays.copyOf(new byte[] {(byte) number}, 1 + number % 5));
  }
}
