package io.rocketbots.onboarding.kernel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailRedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    550 5.1.1 <ada@acme.example>: no such user   | 550 5.1.1 <(address)>: no such user
                    Key (open_email)=(ada+x@acme.example) exists | Key (open_email)=((address)) exists
                    ada.o'neill@mail.acme.example, bob@b.example | (address), (address)
                    für zoë@büro.example                         | für (address)
                    Connection refused                           | Connection refused
                    org.acme.Thing@1a2b3c is no address          | org.acme.Thing@1a2b3c is no address
                    """)
    void takesThemOut(String text, String expected) {
        assertThat(EmailRedaction.of(text)).isEqualTo(expected);
    }

    @Test
    void takesNoLongTimeForAnyText() {
        String hostile = "a".repeat(1_000_000) + "@" + "b".repeat(1_000_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> EmailRedaction.of(hostile));
    }
}
