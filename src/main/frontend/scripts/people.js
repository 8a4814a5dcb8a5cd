// The sign-in page of the demonstration: one click on a person fills in the form.
const people = document.querySelectorAll('[data-person]');

for (const person of people) {
  person.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('username').value = person.dataset.person;
    document.getElementById('password').value = person.dataset.password;
    for (const other of people) other.setAttribute('aria-pressed', String(other === person));
    document.getElementById('sign-in').focus();
  });
}
