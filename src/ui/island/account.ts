// The script of the pages before a sign-in.
import { ConfirmEmailForm } from "../account/confirm-email-form";
import { AcceptInvitation, JoinForm } from "../account/invitation-form";
import { RequestResetForm, ResetPasswordForm } from "../account/reset-form";
import { SignInForm } from "../account/sign-in-form";
import { SignUpForm } from "../account/sign-up-form";
import { TwoStepForm } from "../account/two-step-form";
import { VerifyForm } from "../account/verify-form";
import { wakeIslands } from "./wake-islands";

wakeIslands([
  SignInForm,
  TwoStepForm,
  SignUpForm,
  VerifyForm,
  RequestResetForm,
  ResetPasswordForm,
  ConfirmEmailForm,
  AcceptInvitation,
  JoinForm,
]);
