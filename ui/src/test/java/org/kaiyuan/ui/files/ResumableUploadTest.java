package org.kaiyuan.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the server says to the element and hears of it; its own part runs in a browser. */
@ActAsZone("uploads-in-pieces")
class ResumableUploadTest extends ViewTest {
    @Autowired Attachments attachments;
    @Autowired EnterpriseRegistration enterprises;

    @Test
    void the_page_hears_of_files_that_are_there_on_its_record_and_of_no_others() throws Exception {
        var firms = firms();
        var told = new ArrayList<AttachedFile>();
        var upload = new ResumableUpload(attachments, firms.get(0), told::add);
        UI.getCurrent().add(upload);
        var here = attach(firms.get(0));
        var elsewhere = attach(firms.get(1));

        for (var id :
                List.of(
                        here.id().toString(),
                        elsewhere.id().toString(),
                        UUID.randomUUID().toString(),
                        "made up")) {
            ComponentUtil.fireEvent(upload, new ResumableUpload.Uploaded(upload, true, id));
        }

        assertThat(told).containsExactly(here);
    }

    @Test
    void the_browser_is_told_what_is_taken_in_the_words_of_the_page() {
        var record = firms().get(0);
        var upload = new ResumableUpload(attachments, record, file -> {});
        upload.setTypes(List.of("pdf", "html", "jpg"));
        upload.setMaxFiles(3);
        upload.offerCamera();

        var setup = String.valueOf(upload.getElement().getPropertyRaw("setup"));

        assertThat(setup)
                .contains("\"types\":[\"pdf\",\"jpg\"]")
                .contains("\"most\":3")
                .contains("\"camera\":true")
                .contains(record.id().toString())
                .contains("拍照上传", "一次最多上传 3 个文件", "pdf、jpg", "正在上传 {0}%")
                .doesNotContain("ui.pieces");
    }

    private AttachedFile attach(RecordRef record) throws Exception {
        return attachments.attach(
                record,
                "材料.txt",
                new ByteArrayInputStream(
                        UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<RecordRef> firms() {
        return Stream.of("续传甲有限公司", "续传乙有限公司")
                .map(name ->
                        EnterpriseRecords.of(enterprises.register(EnterpriseProfile.named(name))))
                .toList();
    }
}
