/** What the other side can do, read once from `initialize`. Nothing that a client did not announce is sent to it. */
import { CodeActionTriggerKind, type InitializeParams, MarkupKind, ResourceOperationKind } from 'vscode-languageserver/node';

export type ClientFeatures = ReturnType<typeof clientFeatures>;

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams) {
  const { textDocument, workspace } = capabilities;
  const codeAction = textDocument?.codeAction;
  // Every client that pulls gets the same diagnostics fields as one that is pushed to; most announce them only once.
  const shown = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: shown.relatedInformation === true,
    codeDescription: shown.codeDescriptionSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    lazyEdits: codeAction?.resolveSupport?.properties.includes('edit') === true && codeAction.dataSupport === true,
    disabledActions: codeAction?.disabledSupport === true,
    preferredActions: codeAction?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    newFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    snippets: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined && codeAction?.honorsChangeAnnotations === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) !== false,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    fileEvents: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderEvents: workspace?.workspaceFolders === true,
    status: isRecord(initializationOptions) && initializationOptions.status === true,
  };
}

/** The person asked, as opposed to the editor that wants to know whether to show a lightbulb. */
export function wasInvoked(triggerKind: CodeActionTriggerKind | undefined): boolean {
  return triggerKind === CodeActionTriggerKind.Invoked;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
