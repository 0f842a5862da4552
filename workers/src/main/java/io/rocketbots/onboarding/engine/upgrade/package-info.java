/** Takes running cases along to the models of a new release. Start with MoveToNewestModels. */
@NullMarked
package io.rocketbots.onboarding.engine.upgrade;

import org.jspecify.annotations.NullMarked;
