import type { Knex } from 'knex';

/**
 * 𠮷田 is found as 吉田, 髙橋 as 高橋, and the other way: the words of orders placed before are written in the one form of each letter.
 * A copy of src/domain/name-variants.ts as it was on that day. May be cut anywhere and run again.
 */
export async function up(knex: Knex): Promise<void> {
  let after = '';
  for (;;) {
    const words: readonly string[] = await knex('name_words').where('word', '>', after).orderBy('word').limit(PAGE).pluck('word');
    for (const word of words) {
      const kept = inOneForm(word);
      if (kept !== word) await writeAnew(knex, word, kept);
    }
    const last = words.at(-1);
    if (last === undefined) break;
    after = last;
  }
}

export async function down(): Promise<void> {
  // They are not told apart from names that were typed so, and nothing depends on it.
}

const PAGE = 2000;

/** The old word goes last, so that what was cut is found again. */
async function writeAnew(knex: Knex, word: string, kept: string): Promise<void> {
  await knex.raw(
    'insert into order_search_terms (term, placed_at, order_reference) select ?, old.placed_at, old.order_reference from order_search_terms old where old.term = ? on duplicate key update term = order_search_terms.term',
    [kept, word],
  );
  await knex('name_words').insert({ word: kept }).onConflict('word').merge(['word']);
  await knex('order_search_terms').where({ term: word }).del();
  await knex('name_words').where({ word }).del();
}

function inOneForm(word: string): string {
  return word.replaceAll(/[^\0-\u007f]/gu, (letter) => VARIANTS.get(letter) ?? letter);
}

const GROUPS = `
  高髙 崎﨑嵜 吉𠮷 徳德 浜濱濵滨 斎齋斉齊齐 辺邊邉边 沢澤泽 広廣广 桜櫻樱 国國囯 恵惠 真眞 静靜 栄榮荣 実實实 寿壽 竜龍龙 亀龜龟 島嶋嶌岛 峰峯
  槙槇 滝瀧 弥彌 鴎鷗 蔵藏 来來 浅淺 条條 関關关 館舘馆 富冨 円圓 礼禮 学學 黒黑 桧檜 薮藪 渋澁 塩鹽盐 鉄鐵铁 豊豐 万萬 与與 乗乘 児兒儿 内內 剣劍剑
  勲勳勋 奥奧 巌巖 巣巢 従從从 恒恆 悦悅 戸戶户 数數 旧舊 曽曾 会會 楼樓 楽樂乐 様樣 横橫 歩步 気氣 渓溪 温溫 満滿满 瀬瀨 灯燈 点點 為爲为 瑶瑤 画畫
  県縣 禄祿 穂穗 窓窗 経經经 緑綠绿 聡聰聪 芸藝艺 荘莊庄 薫薰 蛍螢萤 衛衞卫 覚覺 頼賴赖 遥遙 郷鄕乡 釈釋 鋭銳锐 録錄 鎮鎭 隠隱 霊靈灵 青靑 清淸 顕顯 鶏鷄
  麦麥 黄黃 応應 権權权 沖冲 涼凉 浄淨 祢禰 稲稻 桑桒 柳栁 柏栢 船舩 兎兔 厳嚴严 単單单 ケヶ カヵ
  張张 陳陈 劉刘 楊杨 趙赵 呉吳吴 孫孙 馬马 許许 鄭郑 謝谢 韓韩 馮冯 鄧邓 蕭萧 葉叶 蘇苏 盧卢 蔣蒋 賈贾 閻阎 鍾钟 陸陆 顧顾 錢钱 龔龚 鄒邹 費费 賀贺 羅罗
  呂吕 湯汤 駱骆 歐欧 聶聂 藍蓝 魯鲁 龐庞 簡简 紀纪 項项 喬乔 畢毕 譚谭 車车 連连
`;

const VARIANTS = new Map(
  GROUPS.trim()
    .split(/\s+/)
    .map((group) => Array.from(group))
    .flatMap(([kept = '', ...others]) => others.map((letter) => [letter, kept] as const)),
);
