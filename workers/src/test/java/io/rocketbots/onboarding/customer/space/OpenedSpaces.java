package io.rocketbots.onboarding.customer.space;

import org.springframework.context.annotation.Import;

/** What it takes to resume a suspended Space, for tests of other features that wait for it. */
@Import({ResumeSpace.class, LockedSpaces.class})
public class OpenedSpaces {}
