/** English of the country picker; comes with it. */
export const enPhone = {
  'phone.country': 'Country: {country}, {code}',
  'phone.countries': 'Countries',
  'phone.search': 'Search for a country',
  'phone.searchHint': 'Country or code',
  'phone.noCountry': 'No country found. Check the spelling, or type the number with + and its code.',
  'phone.example': 'For example {example}',
} as const satisfies Record<string, string>;
