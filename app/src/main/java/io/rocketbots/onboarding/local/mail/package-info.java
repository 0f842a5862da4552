/** The mails of local mode, which leave the machine never. Start with
 * {@link io.rocketbots.onboarding.local.mail.MailCatcher}. */
@NullMarked
package io.rocketbots.onboarding.local.mail;

import org.jspecify.annotations.NullMarked;
