/* The button "Figure" of the editor: inserts a number that is stored as a reference to its figure. */
(() => {
  const { React, DraftJS, draftail } = window;

  /* What happens in the chooser's window, by the step that the server names. */
  const steps = {
    choose(modal) {
      const body = modal.body[0];
      modal.ajaxifyForm(body.querySelector(".figure-search"));
      body.querySelectorAll(".figure-page").forEach((link) => {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          modal.loadUrl(link.href);
        });
      });
      body.querySelectorAll("[data-figure-key]").forEach((button) => {
        button.addEventListener("click", () => {
          const { figureKey: key, figurePart: part, figureUrl: url } = button.dataset;
          modal.respond("figureChosen", { key, part, url, text: button.textContent });
        });
      });
    },
  };

  class FigureSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.figureChooser,
        urlParams: {},
        onload: steps,
        responses: { figureChosen: this.onChosen },
      };
    }

    /* As Wagtail's own, but immutable: nobody edits a digit of what is only quoted. */
    onChosen({ text, ...data }) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent();
      const withEntity = content.createEntity(entityType.type, "IMMUTABLE", data);
      const key = withEntity.getLastCreatedEntityKey();
      const selection = editorState.getSelection();
      const changed = DraftJS.Modifier.replaceText(withEntity, selection, text, null, key);
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  function QuotedFigure(props) {
    const { key, url } = props.contentState.getEntity(props.entityKey).getData();
    const label = url || key || "";
    return React.createElement(draftail.TooltipEntity, { ...props, icon: "#icon-order", label, url });
  }

  draftail.registerPlugin(
    { type: "FIGURE", source: FigureSource, decorator: QuotedFigure },
    "entityTypes",
  );
})();
