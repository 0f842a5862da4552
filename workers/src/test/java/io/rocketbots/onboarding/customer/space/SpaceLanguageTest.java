package io.rocketbots.onboarding.customer.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpaceLanguageTest {

    @Test
    void isNamedInItselfAndInEnglish() {
        assertThat(SpaceLanguage.find("de")).map(SpaceLanguage::label).contains("Deutsch – German");
        assertThat(SpaceLanguage.find("fr")).map(SpaceLanguage::label).contains("Français – French");
        assertThat(SpaceLanguage.find("en")).map(SpaceLanguage::label).contains("English");
    }

    @Test
    void isFoundByItsTagInWhateverCase() {
        assertThat(SpaceLanguage.find(" ZH-hant ")).map(SpaceLanguage::tag).contains("zh-Hant");
        assertThat(SpaceLanguage.find("Klingon")).isEmpty();
        assertThat(SpaceLanguage.find("")).isEmpty();
    }

    @Test
    void standsInAListOfAllInOrder() {
        assertThat(SpaceLanguage.all()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(SpaceLanguage.all())
                .extracting(SpaceLanguage::ownName)
                .containsSubsequence("Dansk", "Deutsch", "English", "Español", "Svenska", "Українська");
        assertThat(SpaceLanguage.oftenChosen())
                .extracting(SpaceLanguage::tag)
                .startsWith("en", "es")
                .hasSize(18);
    }
}
