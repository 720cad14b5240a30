/**
 * Letters of Chinese and Japanese names that are one letter to those who bear and who type them, and that Unicode keeps apart: the
 * families' own forms (髙 is « hashigo-daka », 𠮷 « tsuchi-yoshi »), the old Japanese ones, the simplified Chinese ones. Of each group
 * the first is the one that is sought. A letter added here needs its migration (0153).
 */
const GROUPS = `
  高髙 崎﨑嵜 吉𠮷 徳德 浜濱濵滨 斎齋斉齊齐 辺邊邉边 沢澤泽 広廣广 桜櫻樱 国國囯 恵惠 真眞 静靜 栄榮荣 実實实 寿壽 竜龍龙 亀龜龟 島嶋嶌岛 峰峯
  槙槇 滝瀧 弥彌 鴎鷗 蔵藏 来來 浅淺 条條 関關关 館舘馆 富冨 円圓 礼禮 学學 黒黑 桧檜 薮藪 渋澁 塩鹽盐 鉄鐵铁 豊豐 万萬 与與 乗乘 児兒儿 内內 剣劍剑
  勲勳勋 奥奧 巌巖 巣巢 従從从 恒恆 悦悅 戸戶户 数數 旧舊 曽曾 会會 楼樓 楽樂乐 様樣 横橫 歩步 気氣 渓溪 温溫 満滿满 瀬瀨 灯燈 点點 為爲为 瑶瑤 画畫
  県縣 禄祿 穂穗 窓窗 経經经 緑綠绿 聡聰聪 芸藝艺 荘莊庄 薫薰 蛍螢萤 衛衞卫 覚覺 頼賴赖 遥遙 郷鄕乡 釈釋 鋭銳锐 録錄 鎮鎭 隠隱 霊靈灵 青靑 清淸 顕顯 鶏鷄
  麦麥 黄黃 応應 権權权 沖冲 涼凉 浄淨 祢禰 稲稻 桑桒 柳栁 柏栢 船舩 兎兔 厳嚴严 単單单 ケヶ カヵ
  張张 陳陈 劉刘 楊杨 趙赵 呉吳吴 孫孙 馬马 許许 鄭郑 謝谢 韓韩 馮冯 鄧邓 蕭萧 葉叶 蘇苏 盧卢 蔣蒋 賈贾 閻阎 鍾钟 陸陆 顧顾 錢钱 龔龚 鄒邹 費费 賀贺 羅罗
  呂吕 湯汤 駱骆 歐欧 聶聂 藍蓝 魯鲁 龐庞 簡简 紀纪 項项 喬乔 畢毕 譚谭 車车 連连
`;

export const NAME_VARIANTS: Readonly<Record<string, string>> = Object.fromEntries(
  GROUPS.trim()
    .split(/\s+/)
    .map((group) => Array.from(group))
    .flatMap(([kept = '', ...others]) => others.map((letter) => [letter, kept])),
);
