/**
 * Mails are rows first: use cases queue them, one dispatcher renders and sends them. Start with {@link
 * io.rocketbots.onboarding.mail.Mails}; {@link io.rocketbots.onboarding.mail.MailTemplate} lists every mail.
 */
@NullMarked
package io.rocketbots.onboarding.mail;

import org.jspecify.annotations.NullMarked;
