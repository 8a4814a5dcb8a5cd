package dev.candor.notification.internal;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * What may stand in the head of a letter. People's addresses come from outside: from a provider.
 */
final class Address {

  private Address() {}

  /**
   * One address, as RFC 822 has it, and no name beside it.
   *
   * @throws Undeliverable when it is none, more than one, or holds what would begin another header
   */
  static InternetAddress of(String text) {
    if (hasControls(text)) {
      throw new Undeliverable(Failures.BAD_ADDRESS, true);
    }
    try {
      var address = new InternetAddress(text, true);
      address.validate();
      if (!address.getAddress().equals(text)) {
        throw new Undeliverable(Failures.BAD_ADDRESS, true);
      }
      return address;
    } catch (AddressException e) {
      throw new Undeliverable(Failures.BAD_ADDRESS, true);
    }
  }

  /**
   * The value of any other header.
   *
   * @throws Undeliverable when it holds what would begin another header
   */
  static String header(String value) {
    if (hasControls(value)) {
      throw new Undeliverable(Failures.BAD_HEADER, true);
    }
    return value;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
