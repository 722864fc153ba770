interface LinkProcess {
  readonly tempId?: string;
  readonly projectId?: string;
  readonly frontendApiUrl?: string;
}

/** The link with other things said of its process than the server did. */
export function tamperedLink(link: string, changed: LinkProcess): string {
  const url = new URL(link);
  const id = url.searchParams.get('corbadoEmailLinkID') ?? '';
  const content = JSON.parse(Buffer.from(id, 'base64').toString()) as { process: LinkProcess };
  const process = { ...content.process, ...changed };
  const tampered = Buffer.from(JSON.stringify({ ...content, process })).toString('base64');
  url.searchParams.set('corbadoEmailLinkID', tampered);
  return url.href;
}
