// SPDX-License-Identifier: Apache-2.0
// Vietnamese, whose heads come first: a table of sentences and the tenures read in them, and the
// language of a text.
#include "support/extracted.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nom {
namespace {

class Vietnamese : public testing::TestWithParam<Case> {};

TEST_P(Vietnamese, IsRead) { EXPECT_EQ(tenures_of(read(GetParam().text)), GetParam().facts); }

INSTANTIATE_TEST_SUITE_P(
    HeadFirst, Vietnamese,
    testing::Values(
        Case{"CategoriesBeforeAList",
             "Dự hội nghị có các đồng chí Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Trưởng ban "
             "Tổ chức Trung ương Lê Văn Hùng, Trưởng ban Nội chính Trung ương Phan Văn Trí.",
             "Lê Văn Hùng | Trưởng ban | ban Tổ chức Trung ương | current; Phan Văn Trí | Trưởng "
             "ban | ban Nội chính Trung ương | current; Lê Văn Hùng | Ủy viên | Bộ Chính trị | "
             "current; Lê Văn Hùng | Bí thư | Trung ương Đảng | current; Phan Văn Trí | Ủy viên | "
             "Bộ Chính trị | current; Phan Văn Trí | Bí thư | Trung ương Đảng | current"},
        Case{"ListsBetweenSemicolons",
             "HĐND tỉnh miễn nhiệm chức danh ủy viên UBND tỉnh đối với các ông: Lê Văn Tú; Trần "
             "Văn Long; bầu: Nguyễn Văn An; Phạm Văn Bình.",
             "Lê Văn Tú | ủy viên | UBND tỉnh | former; Trần Văn Long | ủy viên | UBND tỉnh | "
             "former"},
        Case{"NumberedNamesAbovePosts",
             "1. Mai Thị Hồng\nThành ủy viên, Bí thư Đảng ủy phường\n2. Lê Thị Duyên\nPhó Bí thư "
             "Thường trực Đảng ủy phường\n3. Nguyễn Văn Hòa\nChủ tịch Ủy ban nhân dân phường\n",
             "Mai Thị Hồng | Thành ủy viên | Thành ủy | current; Mai Thị Hồng | Bí thư | Đảng ủy "
             "phường | current; Lê Thị Duyên | Phó Bí thư Thường trực | Đảng ủy phường | current; "
             "Nguyễn Văn Hòa | Chủ tịch | Ủy ban nhân dân phường | current"},
        Case{"BodiesInTheNextColumn",
             "Ông Vũ Văn Tùng\tTrưởng phòng\tPhòng Nội vụ\nÔng Mai Văn Bảy\tBí thư\tHuyện ủy Tân "
             "Lập\n",
             "Vũ Văn Tùng | Trưởng phòng | Phòng Nội vụ | current; Mai Văn Bảy | Bí thư | Huyện ủy "
             "Tân Lập | current"},
        Case{"NamesThatNoPackKnowsInAColumn",
             "ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\tMai Quang Hùng\tỦy viên Ban Thường vụ\nĐẢNG ỦY ỦY BAN "
             "NHÂN DÂN TỈNH\tĐầu Thanh Tâm\tỦy viên Ban Thường vụ\n",
             "Mai Quang Hùng | Ủy viên | Ban Thường vụ | current; Đầu Thanh Tâm | Ủy viên | Ban "
             "Thường vụ | current"},
        Case{"RowsWithoutAName",
             "Đ/c\tVũ Văn Tùng\tBí thư Tỉnh ủy\nĐ/c\t\tBí thư Huyện ủy\nĐ/c\tMai Văn Bảy\tChủ tịch "
             "UBND tỉnh\n",
             "Vũ Văn Tùng | Bí thư | Tỉnh ủy | current; Mai Văn Bảy | Chủ tịch | UBND tỉnh | "
             "current"},
        Case{"AClauseOfAnotherAfterAComma",
             "Đồng chí Vũ Văn Tùng được bầu làm Bí thư Đảng ủy, các đồng chí Mai Văn Bảy và Lê Thị "
             "Hoa được bầu làm Phó Bí thư.",
             "Vũ Văn Tùng | Bí thư | Đảng ủy | current; Mai Văn Bảy | Phó Bí thư | Đảng ủy | "
             "current; Lê Thị Hoa | Phó Bí thư | Đảng ủy | current"},
        Case{"InATimeThatIsOver",
             "Trong thời gian làm Chủ tịch UBND huyện Tân Lập, ông Vũ Văn Tùng đã vi phạm.",
             "Vũ Văn Tùng | Chủ tịch | UBND huyện Tân Lập | former"},
        Case{"DisciplinedAndRemoved",
             "Ban Bí thư thi hành kỷ luật ông Vũ Văn Tùng bằng hình thức cảnh cáo và cho thôi giữ "
             "chức Bí thư Tỉnh ủy.",
             "Vũ Văn Tùng | Bí thư | Tỉnh ủy | former"},
        Case{"DashBeforeTheBody",
             "Đến dự có Thượng tá Phan Văn Điển - Phó Tham mưu trưởng - Bộ Tư lệnh Thành phố, Thân "
             "Văn Minh - Bí thư Quận ủy - Chủ tịch HĐND Quận.",
             "Phan Văn Điển | Phó Tham mưu trưởng | Bộ Tư lệnh Thành phố | current; Thân Văn Minh "
             "| Bí thư | Quận ủy | current; Thân Văn Minh | Chủ tịch | HĐND Quận | current"},
        Case{"BothPostsOfOneBody",
             "PGS.TS. Nguyễn Văn Minh – Phó Chủ tịch kiêm Tổng Thư ký Hội Vô tuyến - Điện tử Việt "
             "Nam phát biểu.",
             "Nguyễn Văn Minh | Phó Chủ tịch | Hội Vô tuyến - Điện tử Việt Nam | current; Nguyễn "
             "Văn Minh | Tổng Thư ký | Hội Vô tuyến - Điện tử Việt Nam | current"},
        Case{"FieldsWithAHyphen",
             "Ban Kinh tế-Ngân sách (do bà Lê Thị Loan, Phó Bí thư Đảng ủy phường làm Trưởng ban) "
             "họp. ThS. Trần Việt Trúc, Giảng viên Khoa Tài chính - Ngân hàng, dự.",
             "Lê Thị Loan | Phó Bí thư | Đảng ủy phường | current; Lê Thị Loan | Trưởng ban | Ban "
             "Kinh tế-Ngân sách | current; Trần Việt Trúc | Giảng viên | Khoa Tài chính - Ngân "
             "hàng | current"},
        Case{"MembersWithoutANumber",
             "Ủy viên Ban Thường vụ gồm các đồng chí: Nguyễn Thị Mận, Phạm Tiến Dũng, Trần Thị "
             "Giang.",
             "Nguyễn Thị Mận | Ủy viên | Ban Thường vụ | current; Phạm Tiến Dũng | Ủy viên | Ban "
             "Thường vụ | current; Trần Thị Giang | Ủy viên | Ban Thường vụ | current"},
        Case{"RankInAColumn",
             "BỘ CHỈ HUY QUÂN SỰ TỈNH\tVũ Văn Tùng\tĐại tá, Chỉ huy trưởng\nSỞ TƯ PHÁP\tMai Thị "
             "Sâm\tPhó Giám đốc\nBAN CHỈ HUY QUÂN SỰ XÃ\tLê Văn Tú\tThiếu úy, Chính trị viên\n",
             "Vũ Văn Tùng | Chỉ huy trưởng | BỘ CHỈ HUY QUÂN SỰ TỈNH | current; Mai Thị Sâm | Phó "
             "Giám đốc | SỞ TƯ PHÁP | current; Lê Văn Tú | Chính trị viên | BAN CHỈ HUY QUÂN SỰ "
             "XÃ | current"},
        Case{"TableOfPostsUnderAHeading",
             "Danh sách lãnh đạo Sở Y tế tỉnh Lâm Đồng\n"
             "\n"
             "STT\tHọ và tên\tChức vụ\tĐiện thoại\n"
             "1\tNguyễn Văn An\tGiám đốc\t0263.3822\n"
             "2\tTrần Thị Bình\tPhó Giám đốc\t0263.3823\n",
             "Nguyễn Văn An | Giám đốc | Sở Y tế tỉnh Lâm Đồng | current; Trần Thị Bình | Phó "
             "Giám đốc | Sở Y tế tỉnh Lâm Đồng | current"},
        Case{"TableWithAColumnOfBodies",
             "TT\tHọ tên\tĐơn vị\tChức vụ\n"
             "1\tPhạm Văn Dũng\tPhòng Tài chính\tTrưởng phòng\n"
             "2\tHoàng Thị Em\tPhòng Nội vụ\tPhó Trưởng phòng\n",
             "Phạm Văn Dũng | Trưởng phòng | Phòng Tài chính | current; Hoàng Thị Em | Phó Trưởng "
             "phòng | Phòng Nội vụ | current"},
        Case{"TableWhoseColumnIsThePost",
             "| STT | Tên Bộ môn | Trưởng Bộ môn |\n"
             "| --- | --- | --- |\n"
             "| 1 | Bộ môn Kỹ thuật Tài nguyên nước | TS. Nguyễn Quang Phi |\n"
             "| 2 | Bộ môn Thủy lực | PGS.TS. Hồ Việt Hùng |\n",
             "Nguyễn Quang Phi | Trưởng Bộ môn | Bộ môn Kỹ thuật Tài nguyên nước | current; Hồ "
             "Việt Hùng | Trưởng Bộ môn | Bộ môn Thủy lực | current"},
        Case{"SectionsByTheirNumber",
             "1. Khoa Tài chính\n"
             "- Email: khoatc@bacson.edu.vn\n"
             "- Trưởng khoa: TS. Nguyễn Anh Vũ\n"
             "- Phó Trưởng khoa: TS. Lê Văn Hùng\n"
             "2. Khoa Kỹ thuật tài nguyên nước\n"
             "- Trưởng khoa: TS. Phạm Thị Hoa\n"
             "- Phó Trưởng khoa: TS. Đỗ Văn Minh\n",
             "Nguyễn Anh Vũ | Trưởng khoa | Khoa Tài chính | current; Lê Văn Hùng | Phó Trưởng "
             "khoa | Khoa Tài chính | current; Phạm Thị Hoa | Trưởng khoa | Khoa Kỹ thuật tài "
             "nguyên nước | current; Đỗ Văn Minh | Phó Trưởng khoa | Khoa Kỹ thuật tài nguyên "
             "nước | current"},
        Case{"SectionThatAnnounces",
             "Ban Giám hiệu Trường Đại học Kinh tế Bắc Sơn:\n"
             "- Hiệu trưởng: PGS.TS. Nguyễn Văn An.\n"
             "- Phó Hiệu trưởng: TS. Trần Thị Bình.\n",
             "Nguyễn Văn An | Hiệu trưởng | Trường Đại học Kinh tế Bắc Sơn | current; Trần Thị "
             "Bình | Phó Hiệu trưởng | Trường Đại học Kinh tế Bắc Sơn | current"},
        Case{"HoldersOfAllTimes",
             "Danh sách Bí thư Đảng ủy qua các thời kỳ\n"
             "\n"
             "STT\tHỌ VÀ TÊN\tNHIỆM KỲ\n"
             "1\tLê Hoàng Lâm\t1956 - 1966\n"
             "2\tTrịnh Văn Thuận\t1966 - 1970\n"
             "3\tNguyễn Thị Hạnh\t2019 - nay\n",
             "Lê Hoàng Lâm | Bí thư | Đảng ủy | former 1956..1966; Trịnh Văn Thuận | Bí thư | "
             "Đảng ủy | former 1966..1970; Nguyễn Thị Hạnh | Bí thư | Đảng ủy | current 2019.."},
        Case{"CardsWithForeignNames",
             "Ban lãnh đạo\n"
             "\n"
             "Jonathan Weston\n"
             "Chủ tịch Hội đồng quản trị\n"
             "\n"
             "Nguyễn Hoài Thương, CFA\n"
             "Tổng Giám đốc Công ty Quản lý Quỹ Bắc Sơn\n"
             "\n"
             "Katherine Bell\n"
             "Giám đốc Công ty Cổ phần Sao Mai\n",
             "Jonathan Weston | Chủ tịch | Hội đồng quản trị | current; Nguyễn Hoài Thương | Tổng "
             "Giám đốc | Công ty Quản lý Quỹ Bắc Sơn | current; Katherine Bell | Giám đốc | Công "
             "ty Cổ phần Sao Mai | current"},
        Case{"DistrictsByTheirLetter",
             "Ông Trần Văn Lâm, Bí thư Quận ủy Q.7, và bà Lê Bích Hường, Phó chủ tịch UBND H.Bình "
             "Chánh, dự; anh Nguyễn Q. Hải vắng mặt.",
             "Trần Văn Lâm | Bí thư | Quận ủy Q.7 | current; Lê Bích Hường | Phó chủ tịch | UBND "
             "H.Bình Chánh | current"},
        Case{"OfficeOfTwoCouncils",
             "Ông Nguyễn Hữu Tài, Chánh Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh Bình Dương, "
             "xác nhận; ông Phạm Quang Minh, Chánh văn phòng HĐND – UBND xã Tân Lập, chủ trì.",
             "Nguyễn Hữu Tài | Chánh Văn phòng | Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh "
             "Bình Dương | current; Phạm Quang Minh | Chánh văn phòng | văn phòng HĐND – UBND xã "
             "Tân Lập | current"},
        Case{"WholeAfterAComma",
             "Ông Trịnh Xuân Bắc, Trưởng Ban Pháp chế, HĐND tỉnh; bà Mai Thị Yến, Phó Trưởng Đoàn "
             "đại biểu Quốc hội khóa XV tỉnh Cao Bằng.",
             "Trịnh Xuân Bắc | Trưởng Ban | Ban Pháp chế | current; Mai Thị Yến | Phó Trưởng Đoàn "
             "| Đoàn đại biểu Quốc hội | current"},
        Case{"NamesThatGoOn",
             "Ông Ngô Đức Thịnh, Phó viện trưởng Viện Nghiên cứu phát triển TP.HCM, trình bày. "
             "PGS.TS. Hoàng Văn Bình – Chủ tịch Hội Tâm lý học và Giáo dục học Việt Nam; TS. Đinh "
             "Quang Anh - Trưởng khoa Văn hóa dân tộc thiểu số.",
             "Ngô Đức Thịnh | Phó viện trưởng | Viện Nghiên cứu phát triển TP.HCM | current; Hoàng "
             "Văn Bình | Chủ tịch | Hội Tâm lý học và Giáo dục học Việt Nam | current; Đinh Quang "
             "Anh | Trưởng khoa | khoa Văn hóa dân tộc thiểu số | current"},
        Case{"NumberedWards",
             "Lưu Đình Nghĩa, Bí thư Đảng ủy phường Long Bình 2; Trung tá Hồ Thị Hạnh, Trưởng Công "
             "an phường Long Bình 2.",
             "Lưu Đình Nghĩa | Bí thư | Đảng ủy phường Long Bình 2 | current; Hồ Thị Hạnh | Trưởng "
             "Công an | Công an phường Long Bình 2 | current"},
        Case{
            "EachPostAboveItsName",
            "Bí thư Đảng uỷ xã\nNguyễn Văn Lâm\nUVBTV/Trưởng Ban Xây dựng Đảng Đảng uỷ xã\nVõ "
            "Thanh Hải\nĐUV/PCT. Uỷ ban MTTQ đồng thời là Chủ tịch Hội Nông dân xã\nTrần Thị Huyền",
            "Nguyễn Văn Lâm | Bí thư | Đảng uỷ xã | current; Võ Thanh Hải | UVBTV | Ban Thường vụ "
            "| current; Võ Thanh Hải | Trưởng Ban | Ban Xây dựng Đảng Đảng uỷ xã | current; Trần "
            "Thị Huyền | ĐUV | Đảng uỷ xã | current; Trần Thị Huyền | PCT | Uỷ ban MTTQ | current; "
            "Trần Thị Huyền | Chủ tịch | Hội Nông dân xã | current"},
        Case{"MonthsUnderAPost",
             "Đại tá\nĐỖ NGỌC CẢNH\nGiám đốc Trung tâm Xuất nhập khẩu\n(6.1999-2.2005)\nGiám đốc "
             "Công ty Phú Hưng\n(3.2005-6.2014)",
             "ĐỖ NGỌC CẢNH | Giám đốc | Trung tâm Xuất nhập khẩu | former 1999-06..2005-02; ĐỖ "
             "NGỌC CẢNH | Giám đốc | Công ty Phú Hưng | former 2005-03..2014-06"},
        Case{"FormOfLabels",
             "Họ và tên: Giàng Thị Bông\nNgày sinh: 27/01/1965\nNghề nghiệp, chức vụ: Tỉnh ủy "
             "viên, Ủy viên Uỷ ban Pháp luật của Quốc hội\n\nHọ và tên: Lê Văn Kim\nChức vụ: Chủ "
             "tịch UBND tỉnh Lào Cai",
             "Giàng Thị Bông | Tỉnh ủy viên | Tỉnh ủy | current; Giàng Thị Bông | Ủy viên | Uỷ ban "
             "Pháp luật của Quốc hội | current; Lê Văn Kim | Chủ tịch | UBND tỉnh Lào Cai | "
             "current"},
        Case{"StretchAfterAComma",
             "Ông Lương Thế Vinh (nguyên phó chủ tịch UBND phường, giai đoạn 2015-2020) án 6 năm; "
             "Trần Tuấn Kiệt (nguyên phó Công an phường Hạ Đình) 4 năm.",
             "Lương Thế Vinh | phó chủ tịch | UBND phường | former 2015..2020; Trần Tuấn Kiệt | "
             "phó Công an | Công an phường Hạ Đình | former"},
        Case{"PostOfWhomSomebodyReplaces",
             "Hội đồng sẽ bầu Giám đốc Sở Tài chính (thay bà Đào Thị Lan) và Chánh văn phòng UBND "
             "tỉnh (thay ông Võ Văn Luân).",
             "Đào Thị Lan | Giám đốc | Sở Tài chính | former; Võ Văn Luân | Chánh văn phòng | văn "
             "phòng UBND tỉnh | former"},
        Case{"FirmByTradeAndPlace",
             "Đồng chí Lê Nam, Bí thư Đảng ủy Than Quảng Ninh, và đồng chí Lê Văn Bắc, Bí thư Đảng "
             "ủy Xi măng Hải Phòng, dự.",
             "Lê Nam | Bí thư | Đảng ủy Than Quảng Ninh | current; Lê Văn Bắc | Bí thư | Đảng ủy "
             "Xi măng Hải Phòng | current"},
        Case{"TermsOfSeveralNumbers",
             "Đồng chí\nNguyễn Văn Nam\nChủ tịch Liên đoàn Lao động tỉnh Bình Dương khoá VI - VII "
             "- VIII",
             "Nguyễn Văn Nam | Chủ tịch | Liên đoàn Lao động tỉnh Bình Dương | current"},
        Case{"NameAfterAMagazine", "Tổng Biên tập Tạp chí Cộng sản Hoàng Trung Kiên phát biểu.",
             "Hoàng Trung Kiên | Tổng Biên tập | Tạp chí Cộng sản | current"},
        Case{"NamesAboveTheirPosts",
             "Đ/c Phạm Gia Định\nUỷ viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh\nĐ/c Phùng "
             "Tiến Lộc\nTrưởng ban Nội chính Tỉnh ủy",
             "Phạm Gia Định | Uỷ viên | Ban Thường vụ Tỉnh ủy | current; Phạm Gia Định | Giám đốc "
             "| Công an tỉnh | current; Phùng Tiến Lộc | Trưởng ban | ban Nội chính Tỉnh ủy | "
             "current"},
        Case{"DatesUnderAPost",
             "Đồng chí\nNgô Nhị Quỳnh\nBí thư Tỉnh ủy Hòa Lâm\n(từ tháng 9/1999 đến tháng "
             "8/2004)\nĐồng chí\nLê Trung Đàm\nBí thư Tỉnh ủy Hòa Lâm\n(từ tháng 8/2004)",
             "Ngô Nhị Quỳnh | Bí thư | Tỉnh ủy Hòa Lâm | former 1999-09..2004-08; Lê Trung Đàm | "
             "Bí thư | Tỉnh ủy Hòa Lâm | current 2004-08.."},
        Case{"LinesThatBeginWithTheirBody",
             "VĂN PHÒNG TỈNH ỦY\tLê Văn Chương\tPhó Chánh Văn phòng\nỦY BAN KIỂM TRA TỈNH ỦY\tPhạm "
             "Thị Thủy\tPhó Chủ nhiệm",
             "Lê Văn Chương | Phó Chánh Văn phòng | VĂN PHÒNG TỈNH ỦY | current; Phạm Thị Thủy | "
             "Phó Chủ nhiệm | ỦY BAN KIỂM TRA TỈNH ỦY | current"},
        Case{"ListOfMembersByTheirName",
             "Danh sách thành viên Ban Chỉ đạo\nTS. Nguyễn Hữu Khang - Giám đốc Học viện Kỹ thuật "
             "mật mã\nPGS. TS. Phạm Minh Sinh - Chủ tịch VIFA Việt Nam",
             "Nguyễn Hữu Khang | Giám đốc | Học viện Kỹ thuật mật mã | current; Nguyễn Hữu Khang | "
             "Thành viên | Ban Chỉ đạo | current; Phạm Minh Sinh | Chủ tịch | VIFA Việt Nam | "
             "current; Phạm Minh Sinh | Thành viên | Ban Chỉ đạo | current"},
        Case{"PostsInARowOfSemicolons",
             "Ông Lê Văn Bình từng kinh qua các chức vụ Bí thư Trung ương Đoàn phụ trách phía Nam; "
             "Bí thư Quận ủy quận 2; Phó bí thư Tỉnh ủy rồi Bí thư Tỉnh ủy Bến Tre.",
             "Lê Văn Bình | Bí thư | Trung ương Đoàn | former; Lê Văn Bình | Bí thư | Quận ủy quận "
             "2 | former; Lê Văn Bình | Phó bí thư | Tỉnh ủy Bến Tre | former; Lê Văn Bình | Bí "
             "thư | Tỉnh ủy Bến Tre | former"},
        Case{"MembersBesideTheirPosts",
             "Tham dự có các đồng chí Ủy viên Trung ương Đảng: Phan Khắc Đoan, Phó Chủ tịch Quốc "
             "hội; Trần Hồng Hoan, Phó Thủ tướng Chính phủ; Bùi Văn Cung, Tổng Thư ký Quốc hội.",
             "Phan Khắc Đoan | Phó Chủ tịch | Quốc hội | current; Trần Hồng Hoan | Phó Thủ tướng "
             "| Chính phủ | current; Bùi Văn Cung | Tổng Thư ký | Quốc hội | current; Phan Khắc "
             "Đoan | Ủy viên | Trung ương Đảng | current; Trần Hồng Hoan | Ủy viên | Trung ương "
             "Đảng | current; Bùi Văn Cung | Ủy viên | Trung ương Đảng | current"},
        Case{"NameThatGoesOnInSmallLetters",
             "Ông Lê Văn Bình từng làm Phó giám đốc Trung tâm Điều khiển Hệ thống điện Quốc gia từ "
             "năm 1993 đến 2004, Tổng giám đốc PVX từ 2008 đến 2015.",
             "Lê Văn Bình | Phó giám đốc | Trung tâm Điều khiển Hệ thống điện Quốc gia | former "
             "1993..2004; Lê Văn Bình | Tổng giám đốc | PVX | former 2008..2015"},
        Case{"BodyAfterAComma",
             "TS. Phạm Văn Huynh - Trưởng Khoa, Khoa Công nghệ thông tin, phát biểu.",
             "Phạm Văn Huynh | Trưởng Khoa | Khoa Công nghệ thông tin | current"},
        Case{"SecretaryOfACity",
             "Chủ tịch HĐND thành phố Nguyễn Thị Lượng và Bí thư TP Thủ Đức Nguyễn Văn Hiền dự.",
             "Nguyễn Thị Lượng | Chủ tịch | HĐND thành phố | current; Nguyễn Văn Hiền | Bí thư | "
             "Thành ủy Thủ Đức | current"},
        Case{"NameLikeAPlace", "LÂM ĐÔNG\nPhó Bí thư Tỉnh ủy",
             "LÂM ĐÔNG | Phó Bí thư | Tỉnh ủy | current"},
        Case{"UnionInsideACompany",
             "Chủ tịch Công đoàn Tổng công ty Bưu điện Việt Nam Trần Đức Thiện chủ trì.",
             "Trần Đức Thiện | Chủ tịch | Công đoàn Tổng công ty Bưu điện Việt Nam | current"},
        Case{"ChairOfTheAssembly",
             "Sáng 20/5, Chủ tịch Quốc hội Lương Đình Khải chủ trì phiên họp thứ 33 của Ủy ban "
             "Thường vụ Quốc hội.",
             "Lương Đình Khải | Chủ tịch | Quốc hội | current"},
        Case{"LeavesBodiesAndPost",
             "Ông Lò Văn Quế thôi tham gia Ban Chấp hành, Ban Thường vụ và thôi giữ chức Bí thư "
             "Tỉnh ủy Hoa Sơn nhiệm kỳ 2020-2025.",
             "Lò Văn Quế | Ủy viên | Ban Chấp hành | former; Lò Văn Quế | Ủy viên | Ban Thường vụ "
             "| former; Lò Văn Quế | Bí thư | Tỉnh ủy Hoa Sơn | former"},
        Case{"LeavesAllForAnotherPost",
             "Bà Hà Thị Sen thôi tham gia Ban Thường vụ và thôi giữ chức Bí thư Huyện ủy Tân Lạc; "
             "được điều động, bổ nhiệm giữ chức Giám đốc Sở Nội vụ.",
             "Hà Thị Sen | Ủy viên | Ban Thường vụ | former; Hà Thị Sen | Bí thư | Huyện ủy Tân "
             "Lạc | former; Hà Thị Sen | Giám đốc | Sở Nội vụ | current"},
        Case{"GivenAPostByAnotherHolder",
             "Bà Hà Thị Sen được Chủ tịch UBND tỉnh bổ nhiệm giữ chức Giám đốc Sở Y tế.",
             "Hà Thị Sen | Giám đốc | Sở Y tế | current"},
        Case{"ActsByOrder", "Ông Lò Văn Quế được Thủ tướng giao quyền Bộ trưởng Bộ Xây dựng.",
             "Lò Văn Quế | Bộ trưởng | Bộ Xây dựng | acting"},
        Case{"PersonAfterABareNoun",
             "Phó Trưởng Ban Hồ Thị Mây và Chánh Văn phòng Bộ Lâm Chí Tôn dự.",
             "Lâm Chí Tôn | Chánh Văn phòng | Văn phòng Bộ | current"},
        Case{"BudgetCommittee",
             "Ông Phan Đình Quý, Trưởng ban Kinh tế - Ngân sách HĐND tỉnh, trình bày.",
             "Phan Đình Quý | Trưởng ban | ban Kinh tế - Ngân sách HĐND tỉnh | current"},
        Case{"SurnameOfTheSouth", "Dự có các Phó Chủ tịch HĐND tỉnh Kiên Sóc Thi và Huỳnh Tấn Năm.",
             "Kiên Sóc Thi | Phó Chủ tịch | HĐND tỉnh | current; Huỳnh Tấn Năm | Phó Chủ tịch | "
             "HĐND tỉnh | current"},
        Case{"BirthAndFormerPosts",
             "Đồng chí LÊ KHẮC NGHĨA\nSinh ngày 12/5/1938; thường trú tại phố Lê Hồng Phong; "
             "nguyên Bí thư Tỉnh ủy; nguyên Trưởng Ban Nội chính Tỉnh ủy.",
             "LÊ KHẮC NGHĨA | Bí thư | Tỉnh ủy | former; LÊ KHẮC NGHĨA | Trưởng Ban | Ban Nội "
             "chính Tỉnh ủy | former"},
        Case{"FormerPostsDoNotEndWithDeath",
             "Đồng chí Vàng Thị Say, nguyên Phó Bí thư Tỉnh ủy, từ trần ngày 3/10/2023.",
             "Vàng Thị Say | Phó Bí thư | Tỉnh ủy | former"},
        Case{"HeadingThatCounts",
             "Ban Thường vụ Tỉnh ủy hiện có 2 đồng chí, gồm:\n1. Lâm Chí Liêm, Bí thư Tỉnh "
             "ủy\n2. Trịnh Ngọc Hà, Chủ tịch HĐND tỉnh",
             "Lâm Chí Liêm | Bí thư | Tỉnh ủy | current; Lâm Chí Liêm | Ủy viên | Ban Thường "
             "vụ Tỉnh ủy | current; Trịnh Ngọc Hà | Chủ tịch | HĐND tỉnh | current; Trịnh Ngọc Hà "
             "| Ủy viên | Ban Thường vụ Tỉnh ủy | current"},
        Case{"Roster",
             "Dự hội nghị có các đồng chí: Phan Văn Tường, Ủy viên Trung ương Đảng, Bí thư Tỉnh "
             "ủy, Trưởng Đoàn ĐBQH tỉnh; Hà Thị Nguyệt, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch "
             "HĐND tỉnh.",
             "Phan Văn Tường | Ủy viên | Trung ương Đảng | current; Phan Văn Tường | Bí thư | Tỉnh "
             "ủy | current; Phan Văn Tường | Trưởng Đoàn | Đoàn ĐBQH tỉnh | current; Hà Thị Nguyệt "
             "| Phó Bí thư Thường trực | Tỉnh ủy | current; Hà Thị Nguyệt | Chủ tịch | HĐND tỉnh | "
             "current"},
        Case{"TitlesBeforeTheName",
             "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Phan Văn Tường phát biểu chỉ đạo.",
             "Phan Văn Tường | Ủy viên | Trung ương Đảng | current; Phan Văn Tường | Bí thư | Tỉnh "
             "ủy | current"},
        Case{
            "MinistersOfMinistries",
            "Bộ trưởng Bộ Công Thương Trần Gia Bảo và Thứ trưởng Bộ Ngoại giao Lý Quốc Ân tham dự.",
            "Trần Gia Bảo | Bộ trưởng | Bộ Công Thương | current; Lý Quốc Ân | Thứ trưởng | Bộ "
            "Ngoại giao | current"},
        Case{"MinisterOfAField", "Bộ trưởng Y tế Đào Hồng Mây trả lời chất vấn.",
             "Đào Hồng Mây | Bộ trưởng | Bộ Y tế | current"},
        Case{"FieldOfThreeParts", "Giám đốc Sở Văn hóa, Thể thao và Du lịch Ngô Tân Lộc phát biểu.",
             "Ngô Tân Lộc | Giám đốc | Sở Văn hóa, Thể thao và Du lịch | current"},
        Case{"FieldByItsLetters", "Ông Cao Văn Thơ, Phó Giám đốc Sở GD&ĐT, cho biết.",
             "Cao Văn Thơ | Phó Giám đốc | Sở GD&ĐT | current"},
        Case{"PlaceBeforeThePerson",
             "Phó Chủ tịch UBND huyện Sông Lam Trần Văn Bình tiếp công dân.",
             "Trần Văn Bình | Phó Chủ tịch | UBND huyện Sông Lam | current"},
        Case{"LevelAndPersonOfThreeWords", "Chủ tịch UBND tỉnh Vi Văn Thành chủ trì.",
             "Vi Văn Thành | Chủ tịch | UBND tỉnh | current"},
        Case{"CityByItsAbbreviation", "Bí thư Thành ủy TP.HCM Kiều Văn Mẫn làm việc với quận 1.",
             "Kiều Văn Mẫn | Bí thư | Thành ủy TP.HCM | current"},
        Case{"CommuneOfATwoTierSystem", "Phó Bí thư, Chủ tịch UBND xã Hòa Lâm Lê Văn Sỹ cho hay.",
             "Lê Văn Sỹ | Phó Bí thư | Đảng ủy xã Hòa Lâm | current; Lê Văn Sỹ | Chủ tịch | UBND "
             "xã Hòa Lâm | current"},
        Case{"PlacesAroundAPlace",
             "Ông Lò Văn Phủ, Chủ tịch UBND xã Mường Lam, huyện Sông Mã, tỉnh Sơn La, cho biết.",
             "Lò Văn Phủ | Chủ tịch | UBND xã Mường Lam | current"},
        Case{"OrganOfTheNextTitle",
             "Đồng chí Trương Văn Hậu, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy, trình "
             "bày tờ trình.",
             "Trương Văn Hậu | Ủy viên | Ban Thường vụ | current; Trương Văn Hậu | Trưởng Ban | "
             "Ban Tổ chức Tỉnh ủy | current"},
        Case{"FusedHead",
             "Đồng chí Lê Quang Hưng, Phó Chánh Văn phòng Tỉnh ủy, và ông Mai Tấn Dự, Trưởng Công "
             "an huyện Sông Lam, cùng dự.",
             "Lê Quang Hưng | Phó Chánh Văn phòng | Văn phòng Tỉnh ủy | current; Mai Tấn Dự | "
             "Trưởng Công an | Công an huyện Sông Lam | current"},
        Case{"MemberOfTheCommittee",
             "Đồng chí Cao Minh Điền, Tỉnh ủy viên, Giám đốc Sở Tài chính, báo cáo.",
             "Cao Minh Điền | Tỉnh ủy viên | Tỉnh ủy | current; Cao Minh Điền | Giám đốc | Sở Tài "
             "chính | current"},
        Case{"SplitByDashes",
             "Bà Nguyễn Thị Tường - Chủ tịch Hội Liên hiệp Phụ nữ tỉnh - trao quà.",
             "Nguyễn Thị Tường | Chủ tịch | Hội Liên hiệp Phụ nữ tỉnh | current"},
        Case{"Bracket", "Ông Tô Văn Dưỡng (nguyên Thứ trưởng Bộ Ngoại giao) bị truy tố.",
             "Tô Văn Dưỡng | Thứ trưởng | Bộ Ngoại giao | former"},
        Case{"AsideAfterTheName",
             "Ông Lê Đức Giảng (SN 1975, quê Nghệ An) được bổ nhiệm giữ chức Cục trưởng Cục Thuế "
             "tỉnh.",
             "Lê Đức Giảng | Cục trưởng | Cục Thuế tỉnh | current"},
        Case{"RankInsideAList", "Thứ trưởng Bộ Quốc phòng, Thượng tướng Lỗ Văn Khanh dự.",
             "Lỗ Văn Khanh | Thứ trưởng | Bộ Quốc phòng | current"},
        Case{"MilitaryPosts",
             "Thiếu tướng Hà Văn Hải, Chính ủy Quân khu 5, và Đại tá Bế Xuân Trường, Chỉ huy "
             "trưởng Bộ CHQS tỉnh, kiểm tra.",
             "Hà Văn Hải | Chính ủy | Quân khu 5 | current; Bế Xuân Trường | Chỉ huy trưởng | Bộ "
             "CHQS tỉnh | current"},
        Case{"CourtAndProcuracy",
             "Viện trưởng Viện KSND tỉnh Nông Trung Kiên, Chánh án TAND tỉnh Lê Thị Thoa cùng dự.",
             "Nông Trung Kiên | Viện trưởng | Viện KSND tỉnh | current; Lê Thị Thoa | Chánh án | "
             "TAND tỉnh | current"},
        Case{"PluralTitle", "Hai Phó Chủ tịch UBND tỉnh Võ Văn Phiên và Đỗ Thị Hoàng cùng dự.",
             "Võ Văn Phiên | Phó Chủ tịch | UBND tỉnh | current; Đỗ Thị Hoàng | Phó Chủ tịch | "
             "UBND tỉnh | current"},
        Case{"PluralTitleOfAList",
             "Cùng dự có các Ủy viên Bộ Chính trị: Phan Đình Trác, Trưởng Ban Nội chính Trung "
             "ương; Lương Tam Quân, Bộ trưởng Bộ Công an.",
             "Phan Đình Trác | Trưởng Ban | Ban Nội chính Trung ương | current; Lương Tam Quân | "
             "Bộ trưởng | Bộ Công an | current; Phan Đình Trác | Ủy viên | Bộ Chính trị | current; "
             "Lương Tam Quân | Ủy viên | Bộ Chính trị | current"},
        Case{"ActingBefore", "Quyền Chủ tịch nước Võ Thị Áng tiếp khách.",
             "Võ Thị Áng | Chủ tịch nước | - | acting"},
        Case{"InCharge",
             "Đồng chí Trần Quốc Toán, Phó Cục trưởng phụ trách Cục Hàng không Việt Nam, báo cáo.",
             "Trần Quốc Toán | Phó Cục trưởng | Cục Hàng không Việt Nam | current; "
             "Trần Quốc Toán | phụ trách | Cục Hàng không Việt Nam | acting"},
        Case{"GivenABodyToRun", "Thượng tướng Lê Tấn Dưng được phân công phụ trách Bộ Công an.",
             "Lê Tấn Dưng | phụ trách | Bộ Công an | acting"},
        Case{"Elected",
             "HĐND huyện Sông Lam đã bầu ông Phùng Thế Vịnh, Phó Bí thư Huyện ủy, giữ chức danh "
             "Chủ tịch UBND huyện nhiệm kỳ 2021 - 2026.",
             "Phùng Thế Vịnh | Phó Bí thư | Huyện ủy | current; Phùng Thế Vịnh | Chủ tịch | UBND "
             "huyện | current"},
        Case{"Transferred",
             "Thủ tướng Chính phủ điều động, bổ nhiệm ông Vũ Hải Đảo, Phó Bí thư Tỉnh ủy Sơn Bình, "
             "giữ chức Thứ trưởng Bộ Xây dựng.",
             "Vũ Hải Đảo | Phó Bí thư | Tỉnh ủy Sơn Bình | former; Vũ Hải Đảo | Thứ trưởng | Bộ "
             "Xây dựng | current"},
        Case{"GivenSeats",
             "Ban Bí thư chỉ định đồng chí Cao Minh Điền tham gia Ban Chấp hành, Ban Thường vụ, "
             "giữ chức Bí thư Huyện ủy Sông Lam.",
             "Cao Minh Điền | Bí thư | Huyện ủy Sông Lam | current; Cao Minh Điền | Ủy viên | Ban "
             "Chấp hành | current; Cao Minh Điền | Ủy viên | Ban Thường vụ | current"},
        Case{"ResultOfAVote",
             "Thủ tướng phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Sơn Bình đối với ông "
             "Đinh Công Thăng.",
             "Đinh Công Thăng | Phó Chủ tịch | UBND tỉnh Sơn Bình | current"},
        Case{"ResultOfARecall",
             "Thủ tướng phê chuẩn kết quả miễn nhiệm chức vụ Chủ tịch UBND tỉnh Sơn Bình đối với "
             "ông Lại Công Vinh.",
             "Lại Công Vinh | Chủ tịch | UBND tỉnh Sơn Bình | former"},
        Case{"Recalled",
             "Kỳ họp đã miễn nhiệm chức danh Phó Chủ tịch HĐND tỉnh đối với bà Trịnh Thị Hào do "
             "nghỉ hưu.",
             "Trịnh Thị Hào | Phó Chủ tịch | HĐND tỉnh | former"},
        Case{"RecalledAndReplaced",
             "HĐND tỉnh miễn nhiệm ông Hoàng Trung Dực khỏi chức vụ Chủ tịch HĐND tỉnh và bầu ông "
             "Trần Tú Ảnh thay thế.",
             "Hoàng Trung Dực | Chủ tịch | HĐND tỉnh | former; Trần Tú Ảnh | Chủ tịch | HĐND tỉnh "
             "| current"},
        Case{"LeavesOneGainsAnother",
             "Ông Phạm Văn Bền thôi giữ chức Chủ tịch UBND huyện Trà Lam, được điều động giữ chức "
             "Phó Giám đốc Sở Nội vụ.",
             "Phạm Văn Bền | Chủ tịch | UBND huyện Trà Lam | former; Phạm Văn Bền | Phó Giám đốc | "
             "Sở Nội vụ | current"},
        Case{"LeavesEverything",
             "Ông Lê Đức Thơ, Bí thư Tỉnh ủy Sơn Bình, bị kỷ luật và cho thôi giữ các chức vụ.",
             "Lê Đức Thơ | Bí thư | Tỉnh ủy Sơn Bình | former"},
        Case{"Replaces",
             "Ông Tạ Văn Lòng được bổ nhiệm làm Giám đốc Công an tỉnh thay Thiếu tướng Đỗ Mạnh Hà.",
             "Tạ Văn Lòng | Giám đốc | Công an tỉnh | current; Đỗ Mạnh Hà | Giám đốc | Công an "
             "tỉnh | former"},
        Case{"Retires",
             "Trao quyết định nghỉ hưu cho đồng chí Lý Văn Bảy, Phó Trưởng Ban Tuyên giáo Tỉnh ủy.",
             "Lý Văn Bảy | Phó Trưởng Ban | Ban Tuyên giáo Tỉnh ủy | former"},
        Case{"OnceHeld",
             "Ông Trần Đình Phòng từng giữ chức Chủ tịch UBND quận 7, TP Hồ Chí Minh giai đoạn "
             "2011-2016.",
             "Trần Đình Phòng | Chủ tịch | UBND quận 7 | former 2011..2016"},
        Case{"HeldBefore",
             "Ông Mạc Văn Thọ từng là Giám đốc Sở Kế hoạch và Đầu tư trước khi làm Chủ tịch UBND "
             "tỉnh.",
             "Mạc Văn Thọ | Giám đốc | Sở Kế hoạch và Đầu tư | former; Mạc Văn Thọ | Chủ tịch | "
             "UBND tỉnh | current"},
        Case{"FromALaterDay",
             "Ông Mai Xuân Tụng giữ chức Tổng Giám đốc Tập đoàn Sông Xanh từ ngày 1/12/2023.",
             "Mai Xuân Tụng | Tổng Giám đốc | Tập đoàn Sông Xanh | elect 2023-12-01.."},
        Case{"SinceADay",
             "Bổ nhiệm lại ông Trần Chí Hụng giữ chức vụ Giám đốc Sở Nội vụ kể từ ngày 10/5/2022.",
             "Trần Chí Hụng | Giám đốc | Sở Nội vụ | current 2022-05-10.."},
        Case{"SteeringCommittee",
             "Ban Chỉ đạo chuyển đổi số tỉnh do Phó Chủ tịch UBND tỉnh Lê Thanh Trì làm Trưởng ban "
             "họp.",
             "Lê Thanh Trì | Phó Chủ tịch | UBND tỉnh | current; Lê Thanh Trì | Trưởng ban | Ban "
             "Chỉ đạo chuyển đổi số tỉnh | current"},
        Case{"BothPostsOfAFormerMinister",
             "Khởi tố ông Mai Tiến Dục, cựu Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ.",
             "Mai Tiến Dục | Bộ trưởng | Văn phòng Chính phủ | former; Mai Tiến Dục | Chủ nhiệm | "
             "Văn phòng Chính phủ | former"},
        Case{"CompanyAndDirector", "Chủ tịch HĐQT Công ty CP Sữa Việt Hưng Lê Thành Liễm ký kết.",
             "Lê Thành Liễm | Chủ tịch | HĐQT Công ty CP Sữa Việt Hưng | current"},
        Case{"SchoolNamedAfterSomebody",
             "Thầy Lã Văn Hòe, Hiệu trưởng Trường THPT Chu Văn An, chia sẻ.",
             "Lã Văn Hòe | Hiệu trưởng | Trường THPT Chu Văn An | current"},
        Case{
            "ForeignLeaders",
            "Tổng Bí thư Vũ Nhật Minh tiếp Đại sứ Nhật Bản tại Việt Nam Tanaka Kenji.",
            "Vũ Nhật Minh | Tổng Bí thư | - | current; Tanaka Kenji | Đại sứ | Nhật Bản | current"},
        Case{"CurriculumVitae",
             "Họ và tên: TRẦN VĂN MÍNH\n- 7/2008 - 5/2015: Chủ tịch UBND huyện Cam Lâm.\n- Từ "
             "6/2015 đến nay: Giám đốc Sở Nội vụ.",
             "TRẦN VĂN MÍNH | Chủ tịch | UBND huyện Cam Lâm | former 2008-07..2015-05; TRẦN VĂN "
             "MÍNH | Giám đốc | Sở Nội vụ | current 2015-06.."},
        Case{"Columns",
             "1    Nguyễn Văn Khái      Chủ tịch UBND xã Tân Lam\n2    Trần Thị Mơ          Phó "
             "Chủ tịch HĐND xã Tân Lam",
             "Nguyễn Văn Khái | Chủ tịch | UBND xã Tân Lam | current; Trần Thị Mơ | Phó Chủ tịch | "
             "HĐND xã Tân Lam | current"},
        Case{"GivenNameAlone",
             "Bí thư Thành ủy Lê Minh Hoạn phát biểu. Ông Hoạn là Trưởng Ban Chỉ đạo chuyển đổi số "
             "tỉnh.",
             "Lê Minh Hoạn | Bí thư | Thành ủy | current; Lê Minh Hoạn | Trưởng Ban | Ban Chỉ đạo "
             "chuyển đổi số tỉnh | current"},
        Case{"WithoutDiacritics",
             "Dong chi Le Van Duc, Pho Bi thu Thuong truc Tinh uy, Chu tich HDND tinh du va phat "
             "bieu tai hoi nghi.",
             "Le Van Duc | Pho Bi thu Thuong truc | Tinh uy | current; Le Van Duc | Chu tich | "
             "HDND tinh | current"},
        Case{"Candidate",
             "Đồng chí Nghiêm Khắc Sơn được giới thiệu ứng cử chức danh Chủ tịch UBND thành phố "
             "Tân Hưng nhưng xin rút.",
             ""},
        Case{"Proposed", "Bà Vũ Thu Hạ được đề nghị giữ chức Phó Chủ tịch UBND thành phố.", ""},
        Case{"IntroducedForElection",
             "Ông Trần Văn Lẫm được giới thiệu để bầu giữ chức Bí thư Tỉnh ủy.", ""},
        Case{"Denied", "Ông Ngụy Hữu Lâm không phải là Giám đốc Sở Y tế như tin đồn.", ""},
        Case{"Conditional", "Nếu trúng cử, bà Kim Thị Ngà sẽ là nữ Chủ tịch UBND tỉnh đầu tiên.",
             ""},
        Case{"UntilThePostIsFilled",
             "Phân công đồng chí Mạc Thị Hường điều hành cho đến khi kiện toàn chức danh Bí thư "
             "Thành ủy.",
             ""},
        Case{"OnBehalfOfAnother",
             "Thừa ủy quyền của Thủ tướng, Bộ trưởng Bộ Nội vụ Phạm Lan Chi trao quyết định.",
             "Phạm Lan Chi | Bộ trưởng | Bộ Nội vụ | current"},
        Case{"NobodyNamed",
             "Đồng chí Bí thư Tỉnh ủy yêu cầu Sở Y tế, Sở Tài chính phối hợp với UBND các huyện.",
             ""},
        Case{"ThingsThatBearNames",
             "Tuyến đường Võ Văn Kiệm nối cảng với Khu lưu niệm Tổng Bí thư Hà Huy Tấn.", ""},
        Case{"ChairsOneMeeting",
             "Đồng chí Lê Văn Đức chủ trì hội nghị và làm Trưởng đoàn giám sát tại huyện Sông Lam.",
             ""},
        Case{"RanksAndDegreesAlone", "PGS.TS Lê Thanh Hưởng và Đại tá Bùi Văn Lực nhận bằng khen.",
             ""},
        Case{"Heading", "DANH SÁCH BAN CHẤP HÀNH\nLÝ LỊCH TRÍCH NGANG", ""},
        Case{"WordsThatFoldAlike",
             "Hai bờ sông sạt lở, số hộ dân ở bản Lô được di dời; bàn ghế của ban tổ chức bị cuốn "
             "trôi.",
             ""},
        Case{"TwoShareOnePost",
             "Ông Lưu Quang Khái, Chánh Văn phòng Thành ủy, và bà Đinh Thị Sượng, Giám đốc Sở Du "
             "lịch, trúng cử chức Phó Chủ tịch UBND thành phố.",
             "Lưu Quang Khái | Chánh Văn phòng | Văn phòng Thành ủy | former; Đinh Thị Sượng | "
             "Giám đốc | Sở Du lịch | former; Lưu Quang Khái | Phó Chủ tịch | UBND thành phố | "
             "current; Đinh Thị Sượng | Phó Chủ tịch | UBND thành phố | current"},
        Case{"ListAfterAColon",
             "Các đồng chí: Vì Văn Panh, Cà Văn Chiêu giữ chức Phó Bí thư Đảng ủy xã Mường Lam.",
             "Vì Văn Panh | Phó Bí thư | Đảng ủy xã Mường Lam | current; Cà Văn Chiêu | Phó Bí thư "
             "| Đảng ủy xã Mường Lam | current"},
        Case{"EmployerAfterAComma",
             "Ông Trần Anh Tự, Tiến sĩ Kinh tế, Phó Vụ trưởng Vụ Kinh tế tổng hợp, Bộ Tài chính, "
             "cho biết.",
             "Trần Anh Tự | Phó Vụ trưởng | Vụ Kinh tế tổng hợp | current"},
        Case{
            "DeputyOfTheNextBody",
            "Đại tá Trần Văn Hầu, Phó Chỉ huy trưởng, Tham mưu trưởng Bộ Chỉ huy Quân sự tỉnh, dự.",
            "Trần Văn Hầu | Phó Chỉ huy trưởng | Bộ Chỉ huy Quân sự tỉnh | current; Trần Văn Hầu | "
            "Tham mưu trưởng | Bộ Chỉ huy Quân sự tỉnh | current"},
        Case{"NamesOfTheHighlands",
             "Chủ tịch HĐND tỉnh Y Biêr Niê và Phó Chủ tịch UBND tỉnh H'Yim Kđăm chủ trì.",
             "Y Biêr Niê | Chủ tịch | HĐND tỉnh | current; H'Yim Kđăm | Phó Chủ tịch | UBND tỉnh | "
             "current"},
        Case{"AuthorOfADecision",
             "Theo Quyết định của Bộ trưởng Bộ Quốc phòng, Đại tá Lê Văn Hầu nghỉ hưu.", ""},
        Case{"CandidateForAnOffice", "Ứng cử viên Tổng thống Mỹ Karen Harrow phát biểu.", ""},
        Case{"DenialBeforeThePost",
             "Ông Phó Hữu Toán phủ nhận việc ông sẽ làm Chủ tịch HĐQT Ngân hàng TMCP Phương Lam.",
             ""},
        Case{"HeldAtThatTime", "Lúc đó, ông Lê Văn Dẻ đang là Phó Giám đốc Sở Xây dựng.",
             "Lê Văn Dẻ | Phó Giám đốc | Sở Xây dựng | former"},
        Case{"ExtendedTerm",
             "Kéo dài thời gian giữ chức vụ Thứ trưởng Bộ Tư pháp đối với ông Đặng Hoàng Oánh.",
             "Đặng Hoàng Oánh | Thứ trưởng | Bộ Tư pháp | current"},
        Case{"RetiresOnALaterDay",
             "Ông Hồ Văn Bính, Phó Chủ tịch HĐND tỉnh, sẽ nghỉ hưu từ ngày 1/12/2023.",
             "Hồ Văn Bính | Phó Chủ tịch | HĐND tỉnh | current ..2023-12-01"},
        Case{"SentElsewhere",
             "Điều động đồng chí Lý Thị Bưởi, Phó Giám đốc Sở Tư pháp, đến nhận công tác tại Văn "
             "phòng UBND tỉnh, giữ chức Phó Chánh Văn phòng UBND tỉnh.",
             "Lý Thị Bưởi | Phó Giám đốc | Sở Tư pháp | former; Lý Thị Bưởi | Phó Chánh Văn phòng "
             "| Văn phòng UBND tỉnh | current"},
        Case{"InChargeOfItsWork", "Ông Tòng Văn Hịa được giao phụ trách, điều hành Sở Xây dựng.",
             "Tòng Văn Hịa | phụ trách | Sở Xây dựng | acting"},
        Case{"TitlesIncludePeople",
             "Hai Phó Chủ tịch HĐQT Ngân hàng Đông Giang gồm ông Đỗ Anh Hào và bà Vũ Thị Lệ.",
             "Đỗ Anh Hào | Phó Chủ tịch | HĐQT Ngân hàng Đông Giang | current; Vũ Thị Lệ | Phó Chủ "
             "tịch | HĐQT Ngân hàng Đông Giang | current"},
        Case{"HyphenBeforeThePost", "Đến dự có bà Lê Thị Sương-Phó Giám đốc Sở Nội vụ tỉnh.",
             "Lê Thị Sương | Phó Giám đốc | Sở Nội vụ tỉnh | current"},
        Case{"BlankLostInATitle",
             "TS Lê Bách Hải – Ủy viênBan Thường vụ Đảng ủy - Trưởng khoa Lý luận chính trị trình "
             "bày.",
             "Lê Bách Hải | Ủy viên | Ban Thường vụ Đảng ủy | current; Lê Bách Hải | Trưởng khoa | "
             "khoa Lý luận chính trị | current"},
        Case{"Senator", "Thượng nghị sĩ Mark Dowell đến Hà Nội.",
             "Mark Dowell | Thượng nghị sĩ | - | current"},
        Case{"FieldHospital", "Ông Tô Văn Hải, Giám đốc Bệnh viện dã chiến Củ Chi, cho biết.",
             "Tô Văn Hải | Giám đốc | Bệnh viện dã chiến Củ Chi | current"},
        Case{"ArtistsAssociation", "NSND Lê Thúy Hà, Chủ tịch Hội Nghệ sĩ Sân khấu Hòa Sơn, dự.",
             "Lê Thúy Hà | Chủ tịch | Hội Nghệ sĩ Sân khấu Hòa Sơn | current"},
        Case{"InitialsAlone", "Người bệnh là cụ bà N.T.K., Chủ tịch nói.", ""},
        Case{"DashInTheNameOfAFirm",
             "Đại tá Tô Văn Hải – Phó Tổng Giám đốc Tập đoàn Công nghiệp - Viễn thông Quân đội dự.",
             "Tô Văn Hải | Phó Tổng Giám đốc | Tập đoàn Công nghiệp - Viễn thông Quân đội | "
             "current"},
        Case{"PronounOfWhoIsCalledSo",
             "Trưởng ban Tổ chức Trung ương Lê Thị Sương trao quyết định cho ông Hải. Ông giữ chức "
             "Bí thư Tỉnh ủy Hòa Sơn. Ông Tô Văn Hải cảm ơn.",
             "Lê Thị Sương | Trưởng ban | ban Tổ chức Trung ương | current; Tô Văn Hải | Bí thư | "
             "Tỉnh ủy Hòa Sơn | current"},
        Case{"CountedPostsHeadAList",
             "Bốn Phó Bí thư Thành ủy Bắc Sơn khóa 10:\n1. Lê Văn Bách\n2. Tô Quốc Khải",
             "Lê Văn Bách | Phó Bí thư | Thành ủy Bắc Sơn | current; Tô Quốc Khải | Phó Bí thư | "
             "Thành ủy Bắc Sơn | current"},
        Case{"PostsOverSeveralNames",
             "Các Phó Chủ tịch\nLê Văn Bách\nTô Quốc Khải\n\nỦy viên Ban Chấp hành\nVũ Thị Lệ\nĐỗ "
             "Anh Hào",
             "Lê Văn Bách | Phó Chủ tịch | - | current; Tô Quốc Khải | Phó Chủ tịch | - | current; "
             "Vũ Thị Lệ | Ủy viên | Ban Chấp hành | current; Đỗ Anh Hào | Ủy viên | Ban Chấp hành "
             "| current"},
        Case{"TermUnderTheHeadingOfAList",
             "DANH SÁCH BAN THƯỜNG VỤ TỈNH ỦY HÒA SƠN\nNHIỆM KỲ 2020 - 2025\n\n1. Đồng chí Lê Văn "
             "Bách, Bí thư Tỉnh ủy\n2. Đồng chí Tô Quốc Khải",
             "Lê Văn Bách | Bí thư | Tỉnh ủy | current; Lê Văn Bách | Ủy viên | BAN THƯỜNG VỤ TỈNH "
             "ỦY HÒA SƠN | current; Tô Quốc Khải | Ủy viên | BAN THƯỜNG VỤ TỈNH ỦY HÒA SƠN | "
             "current"},
        Case{"CommitteesHeadSections",
             "1. ĐẢNG ỦY\n- Bí thư: Ông Lê Văn Bách\n\n2. ỦY BAN NHÂN DÂN\n- Chủ tịch: Ông Tô Quốc "
             "Khải",
             "Lê Văn Bách | Bí thư | ĐẢNG ỦY | current; Tô Quốc Khải | Chủ tịch | ỦY BAN NHÂN DÂN "
             "| current"},
        Case{"PostBeforeTheClauseOfAnother",
             "Đoàn kiểm tra do ông Lê Văn Bách làm Trưởng ban, ông Tô Quốc Khải, Phó Giám đốc Sở Y "
             "tế làm Phó Trưởng ban.",
             "Tô Quốc Khải | Phó Giám đốc | Sở Y tế | current; Lê Văn Bách | Trưởng ban | - | "
             "current; Tô Quốc Khải | Phó Trưởng ban | - | current"},
        Case{"InsteadOfAnother",
             "Thay ông Lê Văn Bách, bà Vũ Thị Lệ được bổ nhiệm làm Giám đốc Sở Y tế.",
             "Lê Văn Bách | Giám đốc | Sở Y tế | former; Vũ Thị Lệ | Giám đốc | Sở Y tế | current"},
        Case{
            "ColumnsOfWhatWasAndIs",
            "Họ và tên\tChức vụ cũ\tChức vụ mới\nLê Văn Bách\tPhó Giám đốc Sở Y tế\tGiám đốc Sở Y "
            "tế\nVũ Thị Lệ\tPhó Giám đốc Sở Nội vụ\tGiám đốc Sở Nội vụ",
            "Lê Văn Bách | Phó Giám đốc | Sở Y tế | former; Lê Văn Bách | Giám đốc | Sở Y tế | "
            "current; Vũ Thị Lệ | Phó Giám đốc | Sở Nội vụ | former; Vũ Thị Lệ | Giám đốc | Sở Nội "
            "vụ | current"}),
    [](const auto& tested) { return std::string(tested.param.name); });

/// What of a record does not depend on its language: "person | role | base, kind, level | place".
std::string posts_of(const Record& record) {
  std::string out;
  for (const TenureEntry& t : record.tenures) {
    out += fold(name_in(record.people, t.person)) + " | " + t.role + " | ";
    for (const BodyEntry& b : record.bodies) {
      if (b.id == t.body) {
        out += b.base + ", " + b.kind + ", " + b.level + " | " +
               fold(name_in(record.places, b.place)) + "\n";
      }
    }
  }
  return out;
}

TEST(HeadFirst, MeetsTheEnglishWordsForThePost) {
  const Record vietnamese = read(
      "Đồng chí Bùi Văn Lộc, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn Bình, phát biểu. Bà Hà Thị "
      "Lan, Giám đốc Sở Y tế; ông Lê Văn Cảnh, Trưởng Ban Tổ chức Tỉnh ủy; ông Vũ Tấn Phát, Chủ "
      "tịch UBND huyện Sông Lam cùng dự.");
  const Record english = read(
      "Comrade Bui Van Loc, Deputy Secretary of the Provincial Party Committee, Chairman of the "
      "Son "
      "Binh Provincial People's Committee, spoke. Ms. Ha Thi Lan, Director of the Department of "
      "Health; Mr. Le Van Canh, Head of the Organization Board of the Provincial Party Committee; "
      "and Mr. Vu Tan Phat, Chairman of the Song Lam District People's Committee, attended.");
  EXPECT_EQ(vietnamese.tenures.size(), 5U);
  EXPECT_EQ(posts_of(vietnamese), posts_of(english));
}

TEST(HeadFirst, ReadsDocumentsWithNumberDateIssuerAndSubject) {
  const Record record = read(
      "Hội nghị quán triệt Nghị quyết số 12 - NQ/TU ngày 3 tháng 6 năm 2022 của Ban Thường vụ Tỉnh "
      "ủy về giao thông nông thôn; Quyết định 812/QĐ-TTg; Luật Phòng, chống tham nhũng năm 2018 "
      "được triển khai.");
  ASSERT_EQ(record.resolutions.size(), 3U);
  EXPECT_EQ(record.resolutions[0].number, "12-NQ/TU");
  EXPECT_EQ(record.resolutions[0].kind, "resolution");
  EXPECT_EQ(to_iso(record.resolutions[0].date.value()), "2022-06-03");
  EXPECT_EQ(record.resolutions[0].subject, "giao thông nông thôn");
  EXPECT_EQ(name_in(record.bodies, record.resolutions[0].issuer), "Ban Thường vụ Tỉnh ủy");
  EXPECT_EQ(record.resolutions[1].number, "812/QĐ-TTg");
  EXPECT_EQ(record.resolutions[1].kind, "decision");
  EXPECT_EQ(record.resolutions[2].name, "Luật Phòng, chống tham nhũng");
  EXPECT_EQ(to_iso(record.resolutions[2].date.value()), "2018");
}

TEST(HeadFirst, TakesTheNumberAtTheHeadOfADocumentForItsOwn) {
  const Record record =
      read("UBND TỈNH SƠN BÌNH\nSố: 734/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề việc khen thưởng", "vi");
  ASSERT_EQ(record.resolutions.size(), 1U);
  EXPECT_EQ(record.resolutions[0].name, "Quyết định số 734/QĐ-UBND");
  EXPECT_EQ(record.resolutions[0].kind, "decision");
}

TEST(HeadFirst, NamesBodiesWithoutTheirTerm) {
  const Record record = read(
      "Ban Chấp hành Đảng bộ tỉnh khóa XX, HĐND huyện Sông Lam khóa XI, nhiệm kỳ 2021 - 2026 và "
      "Công đoàn ngành Y tế phối hợp với Sở LĐ-TB&XH.");
  std::string names;
  for (const BodyEntry& body : record.bodies) {
    names += body.mentions.empty() ? "" : body.name + " | ";
  }
  EXPECT_EQ(names,
            "Ban Chấp hành Đảng bộ tỉnh | HĐND huyện Sông Lam | Công đoàn ngành Y tế | Sở LĐ-TB&XH "
            "| ");
}

TEST(HeadFirst, LinesOfAnotherLanguageAreReadInTheirs) {
  const Record record = read(
      "Ông Lê Văn Đức, Giám đốc Sở Y tế, phát biểu khai mạc hội nghị và cảm ơn các đại biểu.\n\n"
      "The conference was chaired by Anna Larsen, Director of the Department of Finance, and it "
      "was "
      "attended by the heads of all hospitals.");
  EXPECT_EQ(tenures_of(record),
            "Lê Văn Đức | Giám đốc | Sở Y tế | current; Anna Larsen | Director | Department of "
            "Finance | current");
}

TEST(HeadFirst, EnglishTextsMayNameVietnamesePeopleWithTheirDiacritics) {
  EXPECT_EQ(tenures_of(read("Comrade Lê Văn Đức, Director of the Department of Health, spoke.")),
            "Lê Văn Đức | Director | Department of Health | current");
}

TEST(HeadFirst, ShortTextsAreToldByTheDiacriticsOfTheirSmallLetters) {
  EXPECT_EQ(tenures_of(read("Ông Lê Văn Đức, Chánh án Tòa án nhân dân huyện Long Hà, phát biểu.")),
            "Lê Văn Đức | Chánh án | Tòa án nhân dân huyện Long Hà | current");
  EXPECT_EQ(tenures_of(read("Y Khánh Hà - Phó Giám đốc Công an tỉnh Đồng Nai")),
            "Y Khánh Hà | Phó Giám đốc | Công an tỉnh Đồng Nai | current");
  EXPECT_EQ(tenures_of(read("Chairman Nguyễn Đức Đạt of Vĩnh Phúc was there.")),
            "Nguyễn Đức Đạt | Chairman | - | current");
}

TEST(HeadFirst, NamesFollowThoseOfSchoolsAndCompanies) {
  EXPECT_EQ(tenures_of(read("Hiệu trưởng Trường Đại học Vinh Lê Đình Huy phát biểu.")),
            "Lê Đình Huy | Hiệu trưởng | Trường Đại học Vinh | current");
  EXPECT_EQ(tenures_of(read("Tổng giám đốc Công ty Cổ phần Sao Mai Nguyễn Văn An phát biểu.")),
            "Nguyễn Văn An | Tổng giám đốc | Công ty Cổ phần Sao Mai | current");
  EXPECT_EQ(tenures_of(read("Ông Phạm Minh Tuấn giữ chức Vụ trưởng Vụ Pháp chế từ năm 2020.")),
            "Phạm Minh Tuấn | Vụ trưởng | Vụ Pháp chế | current 2020..");
}

}  // namespace
}  // namespace nom
