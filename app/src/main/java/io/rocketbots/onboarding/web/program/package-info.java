/** The program page, the application form and the progress page: everything an applicant sees. Start with {@code ProgressController}. */
@NullMarked
package io.rocketbots.onboarding.web.program;

import org.jspecify.annotations.NullMarked;
