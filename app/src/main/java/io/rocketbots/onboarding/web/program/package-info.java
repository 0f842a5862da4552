/** The program page, the application form and the progress page: everything an applicant sees. */
@NullMarked
package io.rocketbots.onboarding.web.program;

import org.jspecify.annotations.NullMarked;
