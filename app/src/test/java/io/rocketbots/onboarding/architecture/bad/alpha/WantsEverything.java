package io.rocketbots.onboarding.architecture.bad.alpha;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Breaks: no constructor takes more than eight parameters. */
public class WantsEverything {

    private final int hash;

    public WantsEverything(
            Clock clock,
            Locale locale,
            Random random,
            Executor executor,
            ThreadFactory threads,
            Consumer<String> told,
            Function<String, String> asked,
            Supplier<String> given,
            Runnable done) {
        this.hash = Objects.hash(clock, locale, random, executor, threads, told, asked, given, done);
    }

    public int hash() {
        return hash;
    }
}
