/**
 * Local mode: everything on one machine, with a JDK and Maven alone. It looks after the data directory and the ports before
 * anything starts, and has the settings that only it knows.
 */
@NullMarked
package io.rocketbots.onboarding.local.mode;

import org.jspecify.annotations.NullMarked;
