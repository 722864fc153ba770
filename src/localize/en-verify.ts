/** English of the screens that prove an identifier; comes with their code. */
export const enVerify = {
  'verify.email.heading': 'Check your email',
  'verify.phone.heading': 'Check your messages',
  'verify.code.lead': 'We sent a 6-digit code to',
  'verify.link.lead': 'We sent a link to',
  'verify.code.leadUnknown': 'We sent you a 6-digit code.',
  'verify.link.leadUnknown': 'We sent you a link.',
  'verify.afterLogin': 'One more step to keep your account safe.',
  'verify.code.label': 'Code',
  'verify.code.submit': 'Verify',
  'verify.link.hint': 'Open the link on this device or another one. This page goes on by itself.',
  'verify.link.waiting': 'Waiting for you to open the link…',
  'verify.openMailbox': 'Open {mailbox}',
  'verify.resendIn.code': 'No code? Check spam, or send a new one in {time}.',
  'verify.resendIn.link': 'No link? Check spam, or send a new one in {time}.',
  'verify.resendIn.phone': 'No code? You can send a new one in {time}.',
  'verify.resend.code': 'Send a new code',
  'verify.resend.link': 'Send a new link',
  'verify.resent.code': 'We sent a new code. The old one no longer works.',
  'verify.resent.link': 'We sent a new link. The old one no longer works.',
  'verify.method.email-otp': 'Email me a code instead',
  'verify.method.email-link': 'Email me a link instead',
  'verify.method.phone-otp': 'Text me a code instead',
  'verify.edit.heading.email': 'Change your email',
  'verify.edit.heading.phone': 'Change your phone number',
  'verify.edit.lead': 'We send a new code to it.',
  'verify.edit.save': 'Save and send',
  'verify.linkFailed.heading': 'This link no longer works',
  'verify.linkFailed.lead':
    'It was used before, has expired, or a newer one was sent. Go back to the page where you began, or start again.',
  'continueElsewhere.email-link-verified.heading': 'Email confirmed',
  'continueElsewhere.email-link-verified.lead':
    'Go on where you began: that page continues by itself. You can close this one.',
  'continueElsewhere.process-already-completed.heading': 'Already done',
  'continueElsewhere.process-already-completed.lead':
    'You have finished this on another page or device. You can close this one.',
  'errors.code_missing': 'Enter the 6 digits of the code.',
  'errors.invalid_challenge_solution_email-otp':
    'That code is not right. Check it, or send a new one if it is old.',
  'errors.invalid_challenge_solution_phone-otp':
    'That code is not right. Check it, or send a new one if it is old.',
  'errors.invalid_challenge_solution_email-link': 'This link no longer works.',
  'errors.too_many_attempts': 'Too many tries. Send a new code to go on.',
  'errors.too_many_codes':
    'We have sent many codes already. Use the last one, or wait before you ask for another.',
} as const satisfies Record<string, string>;
