package io.rocketbots.onboarding.architecture.bad.alpha;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks: what a class needs stands in its constructor. */
final class InjectsAField {

    @Autowired
    @Nullable
    Object needed;
}
