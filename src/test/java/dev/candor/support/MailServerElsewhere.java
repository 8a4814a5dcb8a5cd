package dev.candor.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A mail server that no service started: SMTP, and IMAP by TLS only, with a certificate that nobody
 * trusts who was not told to.
 */
public final class MailServerElsewhere implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String INTAKE = "flags@candor.example";
  private static final String LOGIN = "the-intake";
  private static final String PASSWORD = "a-password-of-the-box";
  private static final String OF_THE_KEYS = "changeit";

  /** Where GreenMail looks for the server's certificate. */
  private static final String KEY_STORE = "greenmail.tls.keystore.file";

  private static final String KEY_STORE_PASSWORD = "greenmail.tls.keystore.password";

  private final GreenMail server;
  private final Path certificate;

  private MailServerElsewhere(GreenMail server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  /**
   * @param folder for its key and its certificate
   */
  public static MailServerElsewhere start(Path folder) throws IOException {
    var keys = folder.resolve("mail.p12");
    var certificate = folder.resolve("mail.pem");
    keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=mail", "-ext", "san=ip:" + HOST);
    keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
    System.setProperty(KEY_STORE, keys.toString());
    System.setProperty(KEY_STORE_PASSWORD, OF_THE_KEYS);
    var server =
        MailServerThatThrows.start(
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAPS));
    server.setUser(INTAKE, LOGIN, PASSWORD);
    return new MailServerElsewhere(server, certificate);
  }

  private static void keytool(Path keys, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", "mail", "-keystore", keys.toString(), "-storepass", OF_THE_KEYS));
    var ended = new ProcessBuilder(command).inheritIO().start().onExit().join();
    if (ended.exitValue() != 0) {
      throw new IOException("keytool ended with " + ended.exitValue());
    }
  }

  /** What a service is told of it. */
  public List<String> properties() {
    return List.of(
        "--spring.mail.host=" + HOST,
        "--spring.mail.port=" + server.getSmtp().getPort(),
        "--spring.ssl.bundle.pem.mail.truststore.certificate=" + certificate.toUri(),
        "--candor.intake.mail.ssl-bundle=mail",
        "--candor.intake.mail.host=" + HOST,
        "--candor.intake.mail.port=" + server.getImaps().getPort(),
        "--candor.intake.mail.user=" + LOGIN,
        "--candor.intake.mail.password=" + PASSWORD,
        "--candor.intake.mail.interval=1s");
  }

  /** A mail to the intake. */
  public void forward(String from, String subject, String words) throws Exception {
    var toHere = new Properties();
    toHere.setProperty("mail.smtp.host", HOST);
    toHere.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
    var mail = new MimeMessage(Session.getInstance(toHere));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(INTAKE));
    mail.setSubject(subject);
    mail.setText(words);
    Transport.send(mail);
  }

  /** Of all letters that lie in boxes, those of the intake too. */
  public List<String> headers(String name) {
    return Arrays.stream(server.getReceivedMessages())
        .map(GreenMailUtil::getHeaders)
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .toList();
  }

  /** The words of the letters with this subject. */
  public List<String> words(String subject) throws Exception {
    var words = new ArrayList<String>();
    for (var mail : server.getReceivedMessages()) {
      if (subject.equals(mail.getSubject())) {
        words.add(GreenMailUtil.getBody(mail));
      }
    }
    return words;
  }

  /** Mails that lie in the intake's box. */
  public int inTheIntake() throws Exception {
    var user = server.getManagers().getUserManager().getUserByEmail(INTAKE);
    return server.getManagers().getImapHostManager().getInbox(user).getMessageCount();
  }

  @Override
  public void close() {
    server.stop();
    System.clearProperty(KEY_STORE);
    System.clearProperty(KEY_STORE_PASSWORD);
  }
}
