package org.kaiyuan.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.Commenting;

/** Where somebody says something; a colleague who is chosen is named in the text and told. */
class CommentBox extends Div {
    private static final int COLLEAGUES = 50;

    final TextArea text = new TextArea();
    final ComboBox<Comment.Mention> mention = new ComboBox<>();
    final Button say = new Button();

    CommentBox(Commenting commenting, RecordRef record, SerializableConsumer<Comment> said) {
        addClassName("comment-box");
        text.setLabel(getTranslation("ui.timeline.new"));
        text.setMaxLength(Commenting.LONGEST);
        text.setWidthFull();
        mention.setAriaLabel(getTranslation("ui.timeline.mention"));
        mention.setPlaceholder(getTranslation("ui.timeline.mention"));
        mention.setItemLabelGenerator(one -> one.displayName() + " @" + one.username());
        mention.setItems(query -> {
            int skipped = query.getOffset();
            int wanted = query.getLimit();
            return commenting.colleagues(record, query.getFilter().orElse(""), COLLEAGUES).stream()
                    .skip(skipped)
                    .limit(wanted);
        });
        mention.addValueChangeListener(chosen -> {
            var one = chosen.getValue();
            if (one != null) {
                var before = text.getValue();
                var gap = before.isEmpty() || before.endsWith(" ") ? "" : " ";
                text.setValue(before + gap + "@" + one.username() + " ");
                mention.clear();
                text.focus();
            }
        });
        say.setText(getTranslation("ui.timeline.say"));
        say.addThemeNames("primary");
        say.setDisableOnClick(true);
        say.addClickListener(click -> {
            try {
                said.accept(commenting.comment(record, text.getValue()));
                text.clear();
            } finally {
                say.setEnabled(true);
            }
        });
        var row = new Div(mention, say);
        row.addClassName("row");
        add(text, row);
    }
}
