package org.kaiyuan.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** The files of one record, page by page, and a place to drop more. */
public class FilesPanel extends Div {
    private static final int PAGE = 50;

    final Div rows = new Div();
    final Button more = new Button();
    private final EmptyState none;
    private final transient Attachments attachments;
    private final RecordRef record;
    private final boolean mayChange;
    private SerializableRunnable changed = () -> {};
    private @Nullable String next;

    /** @param mayChange whether dropping and removing are offered; the use case itself checks */
    public FilesPanel(
            Attachments attachments, Messages messages, RecordRef record, boolean mayChange) {
        this.attachments = attachments;
        this.record = record;
        this.mayChange = mayChange;
        addClassName("files-panel");
        rows.addClassName("file-rows");
        rows.getElement().setAttribute("role", "list");
        none =
                new EmptyState(
                        Glyph.Of.CLIP,
                        getTranslation(mayChange ? "ui.files.none.change" : "ui.files.none"));
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        if (mayChange) {
            var upload = new FileUpload(attachments, messages, record, file -> renew());
            upload.addAllFinishedListener(finished -> upload.clearFileList());
            add(upload);
        }
        add(rows, none, more);
        page();
    }

    /** What else on the page is told when a file came or went. */
    public void onChange(SerializableRunnable told) {
        changed = told;
    }

    /** From the first page again. */
    private void renew() {
        rows.removeAll();
        next = null;
        page();
        changed.run();
    }

    private void page() {
        var page = attachments.of(record, next, PAGE);
        page.items().forEach(file -> rows.add(row(file)));
        next = page.next();
        more.setVisible(next != null);
        none.setVisible(rows.getComponentCount() == 0);
    }

    private Component row(AttachedFile file) {
        var name = new Anchor(new FileDownload(attachments, file.id()), file.name());
        name.addClassName("name");
        var sub =
                new Div(
                        new Span(Sizes.of(file.bytes())),
                        new Span(file.uploadedBy()),
                        new Span(Shown.moment(file.at())));
        sub.addClassName("sub");
        var extension = file.name().substring(file.name().lastIndexOf('.') + 1);
        var type = new Span(extension);
        type.addClassName("file-type");
        type.getElement().setAttribute("aria-hidden", "true");
        var said = new Div(name, sub);
        said.addClassName("said");
        var row = new Div(type, said);
        row.addClassName("file-row");
        row.getElement().setAttribute("role", "listitem");
        if (file.isPicture()) {
            row.add(action(Glyph.Of.EYE, "ui.files.look", file, () -> look(file)));
        }
        if (mayChange) {
            row.add(action(Glyph.Of.TRASH, "ui.files.remove", file, () -> askToRemove(file)));
        }
        return row;
    }

    private Button action(Glyph.Of glyph, String key, AttachedFile file, Runnable act) {
        var button = new Button(new Glyph(glyph), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key) + " " + file.name());
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private void look(AttachedFile file) {
        var picture = new Image(new FileDownload(attachments, file.id(), true), file.name());
        picture.addClassName("file-look");
        var dialog = new Dialog(file.name(), picture);
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("ui.look.close"));
        dialog.getHeader().add(close);
        dialog.open();
    }

    private void askToRemove(AttachedFile file) {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.files.remove.ask", file.name()),
                        getTranslation("ui.files.remove.detail"),
                        getTranslation("ui.files.remove"),
                        confirmed -> {
                            attachments.remove(file.id());
                            Tell.done(getTranslation("ui.files.removed"));
                            renew();
                        });
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }
}
