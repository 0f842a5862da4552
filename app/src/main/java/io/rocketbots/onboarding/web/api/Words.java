package io.rocketbots.onboarding.web.api;

import java.util.Locale;

/** States and kinds as the API writes them: {@code waiting-for-dns}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
