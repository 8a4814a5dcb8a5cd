package dev.candor.ledger.internal.note;

import dev.candor.access.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs heads, in a file of its own that only its owner can read. */
public final class SigningKey {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey key;
  private final PublicKeyLine publicKey;

  private SigningKey(String name, KeyPair pair) {
    key = pair.getPrivate();
    publicKey = new PublicKeyLine(name, pair.getPublic());
  }

  /**
   * Reads the key; makes one first where there is no file.
   *
   * @param name the ledger's origin
   * @throws IllegalStateException when the file holds no Ed25519 key
   */
  public static SigningKey in(Path file, String name) {
    try {
      return new SigningKey(name, read(SecretFile.read(file, SigningKey::made), file));
    } catch (IOException e) {
      throw new UncheckedIOException("The ledger's key %s".formatted(file), e);
    }
  }

  public PublicKeyLine publicKey() {
    return publicKey;
  }

  /** The head with this key's signature. */
  public String sign(TreeHead head) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(head.text().getBytes(StandardCharsets.UTF_8));
      return SignedHead.write(head, publicKey, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The ledger's key cannot sign", e);
    }
  }

  private static String made() {
    return "%s\n%s\n%s\n"
        .formatted(
            BEGIN,
            Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(generated().getPrivate().getEncoded()),
            END);
  }

  private static KeyPair read(String pem, Path file) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("%s holds no private key in PEM".formatted(file));
    }
    byte[] encoded =
        Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end).strip());
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new KeyPair(publicOf(key), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("%s holds no Ed25519 key".formatted(file), e);
    }
  }

  private static PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    // Ed25519 makes both keys of the seed: given it as "random" bytes it makes this pair again.
    generator.initialize(NamedParameterSpec.ED25519, new FixedBytes(seed));
    return generator.generateKeyPair().getPublic();
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }
}
