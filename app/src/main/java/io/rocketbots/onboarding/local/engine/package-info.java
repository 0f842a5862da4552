/**
 * Local mode's engine: Zeebe's own, inside this process, with its log and its state in files. It is there when the
 * application is started from its sources and in tests, and not in the jar: production talks to a cluster.
 */
@NullMarked
package io.rocketbots.onboarding.local.engine;

import org.jspecify.annotations.NullMarked;
