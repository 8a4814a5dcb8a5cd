package dev.candor.access.internal.demonstration;

import dev.candor.access.PersonId;
import dev.candor.access.internal.openid.NoOpenIdProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** The demonstration people as Spring Security knows them, all with the one password. */
@Component
@Conditional(NoOpenIdProvider.class)
class DemonstrationLogins implements UserDetailsService {

  /** A password that the login page names needs no slow hash, and each API call is checked. */
  private static final int FASTEST = 4;

  private final DemonstrationPeople people;
  private final String password;

  DemonstrationLogins(DemonstrationPeople people) {
    this.people = people;
    this.password =
        "{bcrypt}" + new BCryptPasswordEncoder(FASTEST).encode(DemonstrationPeople.PASSWORD);
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    if (username.isBlank()) {
      throw new UsernameNotFoundException("Nobody");
    }
    var person =
        people
            .find(new PersonId(username))
            .orElseThrow(() -> new UsernameNotFoundException("Nobody of that name"));
    return User.withUsername(person.id().value())
        .password(password)
        .roles(person.roles().stream().map(Enum::name).toArray(String[]::new))
        .build();
  }
}
