import type { Router } from 'express';
import type { PaymentProvider } from '../ports/sale/payments';
import type { SandboxBook } from '../ports/sale/sandbox-book';

export type BuildProvider = (needs: ProviderNeeds) => Provider;

/** A provider, and the pages that this program serves in its place, if any. */
type Provider = PaymentProvider & { readonly pages?: (() => Router) | undefined };

/** What a provider is built with. */
interface ProviderNeeds {
  /** Where its `pages` are served. */
  readonly pagesUrl: string;
  /** Keys of its own, one a purpose: the master key itself is not handed on. */
  readonly derived: {
    key(purpose: string): Buffer;
    /** Ed25519, PEM. */
    pair(purpose: string): { readonly privateKeyPem: string; readonly publicKeyPem: string };
  };
  readonly sandboxBook: SandboxBook;
  readonly now: () => string;
  readonly warn: (what: string, fault: unknown) => void;
}
