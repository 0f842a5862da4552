package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDraftTest {

    @Test
    void needsOneOfItsFieldsAndNoMore() {
        assertThat(new ContactDraft(" ", "", "\t", "").faults()).containsOnlyKeys("firstName");
        assertThat(new ContactDraft("", "", "", "+49 30 1234567").faults()).isEmpty();
    }

    @Test
    void tellsEveryFaultAtOnce() {
        ContactDraft draft = new ContactDraft("a".repeat(101), "b".repeat(101), "nobody", "call me");

        assertThat(draft.faults()).containsOnlyKeys("firstName", "lastName", "email", "phone");
    }

    @Test
    void takesBlanksAndControlCharactersFromAround() {
        ContactDraft draft = new ContactDraft("  Ada\u0000 \n", "Love\u00a0 lace", " ada@acme.example", "");

        assertThat(draft).isEqualTo(new ContactDraft("Ada", "Love lace", "ada@acme.example", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 (30) 123-4567", "030/1234567", "555 0100 ext. 12", "(020) 7946 0018", "112"})
    void keepsPhoneNumbersAsPeopleWriteThem(String phone) {
        assertThat(new ContactDraft("", "", "", phone).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "()", "=1+1", "+49 30 1234567 or so", "12345678901234567890123456789012345678901"})
    void refusesWhatIsNoPhoneNumber(String phone) {
        assertThat(new ContactDraft("", "", "", phone).faults()).containsOnlyKeys("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@acme.example", "ada.o'neil+list@mail.acme.example", "ada@müller.example"})
    void takesEmailAddresses(String email) {
        assertThat(new ContactDraft("", "", email, "").faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@acme", "ada@@acme.example", "ada@acme..example", "Ada <ada@acme.example>"})
    void refusesWhatIsNoEmailAddress(String email) {
        assertThat(new ContactDraft("", "", email, "").faults()).containsOnlyKeys("email");
    }
}
