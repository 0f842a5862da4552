package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedHostsTest {

    @Test
    void knowsFreeMailFromACompanysMail() {
        assertThat(SharedHosts.isFreeMail("Gmail.com")).isTrue();
        assertThat(SharedHosts.isFreeMail("acme.example")).isFalse();
    }

    @Test
    void knowsAPageAtALargeHostFromAWebsiteOfOnesOwn() {
        assertThat(SharedHosts.isOwnWebsite("https://www.facebook.com/acme")).isFalse();
        assertThat(SharedHosts.isOwnWebsite("acme.wixsite.com")).isFalse();
        assertThat(SharedHosts.isOwnWebsite("https://acme.example/about")).isTrue();
    }

    @Test
    void takesNoWebsiteForNoneOfTheirOwn() {
        assertThat(SharedHosts.isOwnWebsite("")).isFalse();
        assertThat(SharedHosts.isOwnWebsite("not a website")).isFalse();
    }

    @Test
    void knowsThePartOfTheWorldOfACountry() {
        assertThat(WorldRegion.of("BR")).isEqualTo(WorldRegion.LATIN_AMERICA);
        assertThat(WorldRegion.of("MY")).isEqualTo(WorldRegion.ASIA_PACIFIC);
        assertThat(WorldRegion.of("DE")).isEqualTo(WorldRegion.EUROPE);
    }
}
