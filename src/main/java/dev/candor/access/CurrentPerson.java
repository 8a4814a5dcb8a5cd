package dev.candor.access;

/** Who is making this call. */
public interface CurrentPerson {

  /**
   * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in
   */
  Person get();
}
